package moving

import (
	"fmt"
	"testing"
	"time"

	"samspil/internal/sheet"
	"samspil/internal/text"
)

var now = time.Date(2026, 11, 25, 11, 0, 0, 0, time.UTC)

func TestReadDay(t *testing.T) {
	for cell, want := range map[string]string{
		"2026-11-23": "2026-11-23 -1", "23.11.2026": "2026-11-23 -1", "23/11-26": "2026-11-23 -1", "23-11-2026 14:30": "2026-11-23 870", "3. november 2026": "2026-11-03 -1",
		"mandag d. 23. november 2026": "2026-11-23 -1", "20261123": "2026-11-23 -1", "23112026": "2026-11-23 -1", "46349": "2026-11-23 -1", "46349.5": "2026-11-23 720",
		"2026-11-23T23:30:00Z": "2026-11-24 30", "2026-11-23 00:00:00": "2026-11-23 -1", "d. 3/12-2026": "2026-12-03 -1", "2026/11/23": "2026-11-23 -1",
		"3/11": "", "11/23/2026": "", "31-02-2026": "", "i går": "", "uge 47 2026": "", "2026": "", "99000007": "", "": "", "23.11.1826": "", "23.11.2226": "",
	} {
		day, clock, ok := readDay(cell, false, now)
		got := ""
		if ok {
			got = fmt.Sprintf("%v %d", day, clock)
		}
		if got != want {
			t.Errorf("%q: %q, want %q", cell, got, want)
		}
	}
}

func TestReadClockAndLength(t *testing.T) {
	for cell, want := range map[string]int{"9:30": 570, "09.30": 570, "kl. 9": 540, "0.395833333": 570, "0930": 570, "25:00": -1, "x": -1, "": -1} {
		if got, ok := readClock(cell); int(got) != want || ok != (want >= 0) {
			t.Errorf("%q: %d, want %d", cell, got, want)
		}
	}
	for cell, want := range map[string]int{"90": 90, "90.0": 90, "1½ time": 90, "x": 0, "1.000": 0} {
		if got, _ := readMinutes(cell, now); got != want {
			t.Errorf("%q: %d, want %d", cell, got, want)
		}
	}
}

func TestMap(t *testing.T) {
	m, err := Map([]string{"Firma ", "Kontaktdato", "Startdato", "Opfølgning 2 dato", "P-nr.", "Farve", "Navn"}, []string{"Farve=note"})
	if got := fmt.Sprint(m.Columns, err); got != "[{Firma  company 0} {Kontaktdato date 0} {Startdato  0} {Opfølgning 2 dato fu_due 2} {P-nr. pnumber 0} {Farve note 0} {Navn  0}] <nil>" {
		t.Error(got)
	}
	m, err = Map([]string{"Firma", "Dato", "Oprettet"}, []string{"Oprettet=date"})
	if got := fmt.Sprint(m.Columns, err); got != "[{Firma company 0} {Dato  0} {Oprettet date 0}] <nil>" {
		t.Error(got)
	}
}

// TestOwnColumns: every column of an export is read as what it is, in both languages, and no two words of a field's list
// are another's.
func TestOwnColumns(t *testing.T) {
	for _, lang := range []text.Lang{text.Danish, text.English} {
		var header []string
		for _, c := range Columns(lang, 12) {
			header = append(header, c.Name)
		}
		m, err := Map(header, nil)
		if err != nil || !m.Own {
			t.Fatal(err)
		}
		for i, c := range m.Columns {
			want, turn := columns[min(i, len(columns)-1)].field, 0
			if n := i - len(columns); n >= 0 {
				want, turn = followColumns[n%len(followColumns)].field, n/len(followColumns)+1
			}
			if c.Field != want || c.Turn != turn {
				t.Errorf("%q is read as %q %d, not %q %d", c.Header, c.Field, c.Turn, want, turn)
			}
		}
	}
}

func TestKey(t *testing.T) {
	m, err := Map([]string{"Firma", "Dato", "samspil_årsag"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	key := func(cells ...string) string { return m.Key(sheet.Row{Cells: cells}) }
	if key("a", "b", "") != key("a", "b", "why") || key("a", "b", "") == key("ab", "", "") || key("a", "", "") == key("", "a", "") {
		t.Error("keys are not those of the cells")
	}
}
