package followup

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"samspil/internal/when"
)

var readNow = time.Date(2026, 11, 23, 10, 0, 0, 0, when.Copenhagen)

// shape writes what was understood in a line.
func (a asked) shape() string {
	s := string(a.act)
	if a.act == actList {
		s = "list"
	}
	if len(a.ids) > 0 {
		s += fmt.Sprint(" ", a.ids)
	}
	if a.all {
		s += " all"
	}
	if a.state != "" {
		s += " " + a.state
	}
	if a.period != nil {
		s += fmt.Sprintf(" of %s..%s", a.period.From, a.period.To)
	}
	if a.target != nil {
		s += " to " + a.target.From.String()
	}
	if a.to != "" {
		s += fmt.Sprintf(" for %s(%v)", a.to, a.user)
	}
	if a.name != "" {
		s += " name " + a.name
	}
	if a.text != "" {
		s += " text " + a.text
	}
	return s
}

func TestReadLines(t *testing.T) {
	for line, want := range map[string]string{
		"":                               "list",
		"list":                           "list",
		"mine opfølgninger":              "list",
		"alle":                           "list all",
		"all":                            "list all",
		"i dag":                          "list of 2026-11-23..2026-11-23",
		"today":                          "list of 2026-11-23..2026-11-23",
		"i morgen":                       "list of 2026-11-24..2026-11-24",
		"denne uge":                      "list of 2026-11-23..2026-11-29",
		"uge 52":                         "list of 2026-12-21..2026-12-27",
		"week 52":                        "list of 2026-12-21..2026-12-27",
		"forfaldne":                      "list overdue",
		"overdue":                        "list overdue",
		"alle forfaldne":                 "list all overdue",
		"køge kran":                      "list name køge kran",
		"12":                             "show [12]",
		"#12":                            "show [12]",
		"12 er ikke udført":              "unclear [12] name ikke",
		"not done with køge kran":        "unclear name not with køge kran",
		"er 12 udført?":                  "show [12]",
		"kan du flytte 12 til fredag?":   "move [12] to 2026-11-27",
		"færdig med Vis Byg ApS":         "done name Vis Byg ApS",
		"12 fredag":                      "unclear [12] of 2026-11-27..2026-11-27",
		"12 done":                        "done [12]",
		"done 12":                        "done [12]",
		"udført 12":                      "done [12]",
		"nr. 12 er udført":               "done [12]",
		"udført 12, 13 og 15":            "done [12 13 15]",
		"done 12,13":                     "done [12 13]",
		"færdig med køge kran":           "done name køge kran",
		"done with Køge Kran ApS":        "done name Køge Kran ApS",
		"alle i uge 52 er udført":        "done all of 2026-12-21..2026-12-27",
		"luk alle forfaldne":             "done all overdue",
		"færdig med 99015527":            "done name 99015527",
		"flyt 12 til fredag":             "move [12] to 2026-11-27",
		"move 12 to Friday":              "move [12] to 2026-11-27",
		"12 flyttes til fredag":          "move [12] to 2026-11-27",
		"til fredag: flyt 12":            "move [12] to 2026-11-27",
		"flyt 12 fredag":                 "move [12] to 2026-11-27",
		"flyt 12 til den 14. dec":        "move [12] to 2026-12-14",
		"flyt 12 til 14/12":              "move [12] to 2026-12-14",
		"flyt 12 5. december":            "move [12] to 2026-12-05",
		"flyt 12, 13 til uge 1":          "move [12 13] to 2027-01-04",
		"udskyd #12 til om 14 dage":      "move [12] to 2026-12-07",
		"flyt køge kran til fredag":      "move to 2026-11-27 name køge kran",
		"flyt 12 i morgen":               "move [12] to 2026-11-24",
		"flyt 12":                        "move [12]",
		"flyt alle i uge 52 til uge 1":   "move all of 2026-12-21..2026-12-27 to 2027-01-04",
		"til uge 1 flyt alle i uge 52":   "move all of 2026-12-21..2026-12-27 to 2027-01-04",
		"move all in week 52 to week 1":  "move all of 2026-12-21..2026-12-27 to 2027-01-04",
		"flyt alle i uge 52":             "move all of 2026-12-21..2026-12-27",
		"flyt alle forfaldne til mandag": "move all overdue to 2026-11-30",
		"giv 12 til Bo":                  "give [12] for Bo(false)",
		"give 12 to Bo":                  "give [12] for Bo(false)",
		"giv Bo 12":                      "give [12] for Bo(false)",
		"hand over 12 to Bo Lund":        "give [12] for Bo Lund(false)",
		"overdrag 12 og 13 til <@U0LIS>": "give [12 13] for U0LIS(true)",
		"giv 12 til <@U0LIS|lis>":        "give [12] for U0LIS(true)",
		"<@U0LIS> giv 12":                "give [12] for U0LIS(true)",
		"giv 12 til @Lis":                "give [12] for Lis(false)",
		"overtag 12":                     "give [12] for me(false)",
		"take 12":                        "give [12] for me(false)",
		"giv alle i uge 52 til Lis":      "give all of 2026-12-21..2026-12-27 for Lis(false)",
		"flyt 12 udført":                 "unclear [12] name udført",
		"ny: ring til Køge Korn på torsdag om lærlinge": "new text ring til Køge Korn på torsdag om lærlinge",
		"new: call Køge Korn on Thursday":               "new text call Køge Korn on Thursday",
		"mind mig om at ringe til Køge Kran 2. januar":  "new text ringe til Køge Kran 2. januar",
		"remind me to move the crane at Køge Kran":      "new text move the crane at Køge Kran",
		"husk at flytte kranen hos Køge Kran fredag":    "new text flytte kranen hos Køge Kran fredag",
		"ny":                              "new",
		"hvad mangler jeg at følge op på": "list",
		"overdue follow ups jobcenter guldborgsund?": "list overdue name jobcenter guldborgsund",
	} {
		if got := read(line, readNow).shape(); got != want {
			t.Errorf("%q is %q, want %q", line, got, want)
		}
	}
}

// Whatever is typed, nothing is done by words that are not there: an act needs its verb.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"flyt alle i uge 52 til uge 1", "giv 12 til <@U0LIS>", "udført 12, 13", "ny: ring", "til til til", "<@U", "#", "99999999999999999999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a := read(s, readNow)
		said := strings.ToLower(s)
		if does := a.act == actDone || a.act == actMove || a.act == actGive; does && !slices.ContainsFunc(slices.Collect(maps.Keys(verbs)), func(v string) bool { return strings.Contains(said, v) }) && !strings.Contains(said, "hand") {
			t.Errorf("%q: %s", s, a.act)
		}
		for _, id := range a.ids {
			if !strings.Contains(s, strconv.FormatInt(id, 10)) && id != 0 {
				t.Errorf("%q: number %d", s, id)
			}
		}
	})
}
