package sentence

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
	"time"

	"samspil/internal/register"
	"samspil/internal/timing"
)

// firms are the companies that the tests' register knows.
var firms = func() map[string]bool {
	set := map[string]bool{}
	for _, name := range []string{"Lolland Betonelementer A/S", "Ærø Maskinfabrik ApS", "Aabenraa Anlæg A/S", "Rødby Havneservice ApS", "Grøn Logistik ApS",
		"Hjørring Høvleri A/S", "Køge Kran ApS", "Køge Korn A/S", "Jensen Byg ApS", "Sørensen & Søn VVS ApS", "Grundfos A/S"} {
		set[register.Fold(name)] = true
	}
	return set
}()

func isFirm(name string) bool { return firms[register.Fold(name)] }

// reading is a line and what must be understood of it: the slots as JSON, where null is a slot that must be absent.
type reading struct{ line, want string }

// checkReadings checks the readings on Monday 23 November 2026.
func checkReadings(t *testing.T, list []reading) {
	t.Helper()
	for _, row := range list {
		c := ReadContact(row.line, now, isFirm)
		raw, err := json.Marshal(c.Slots())
		if err != nil {
			t.Fatal(err)
		}
		var got, want map[string]any
		if err := json.Unmarshal(raw, &got); err != nil {
			t.Fatal(err)
		}
		got["intent"] = string(c.Intent)
		if err := json.Unmarshal([]byte(row.want), &want); err != nil {
			t.Fatalf("%s: %v", row.line, err)
		}
		for slot, value := range want {
			if !equalJSON(got[slot], value) {
				t.Errorf("%s\n  %s: %v, want %v\n  all: %s", row.line, slot, got[slot], value, raw)
			}
		}
	}
}

func equalJSON(a, b any) bool {
	x, _ := json.Marshal(a)
	y, _ := json.Marshal(b)
	return string(x) == string(y)
}

func TestCommandVerbs(t *testing.T) {
	checkReadings(t, []reading{
		{"Køge Kran besøg i dag, slet ikke interesseret i praktik", `{"intent":"visit.log","company":"Køge Kran","date":"2026-11-23","outcome":"not_interested"}`},
		{"Køge Korn besøg, slet ingen behov for folk", `{"intent":"visit.log","company":"Køge Korn","note":"slet ingen behov for folk"}`},
		{"slet ikke interesseret, Køge Kran i går", `{"intent":"visit.log"}`},
		{"99001941 kontakt i går, fjern reklamer", `{"intent":"visit.log","cvr":"99001941","note":"fjern reklamer"}`},
		{"fjern reklamer hos Køge Kran, besøg i går", `{"intent":"visit.log","company":"Køge Kran"}`},
		{"Rødby Havneservice møde, de har aflyst ordren fra Femern", `{"intent":"visit.log","company":"Rødby Havneservice","doubtful":null}`},
		{"Køge Kran besøg i går, de er ret travle", `{"intent":"visit.log","note":"de er ret travle"}`},
		{"Køge Kran besøg i går, de skal flytte til ny hal", `{"intent":"visit.log","note":"de skal flytte til ny hal"}`},
		{"Køge Kran i går, har også haft besøg af andre", `{"intent":"visit.log"}`},
		{"Andre har besøgt Køge Kran i går", `{"intent":"visit.log"}`},
		{"Køge Kran besøg i går, har ret til løntilskud", `{"intent":"visit.log"}`},
		{"Køge Kran besøg i går, fik forkert tilbud", `{"intent":"visit.log","note":"fik forkert tilbud"}`},
		{"Køge Kran visit yesterday, they want to change supplier", `{"intent":"visit.log","note":"they want to change supplier"}`},
		{"ret god samtale med Køge Kran i går", `{"intent":"visit.log"}`},
		{"i går Køge Kran, de har planlagt fyringer", `{"intent":"visit.log","date":"2026-11-22","note":"de har planlagt fyringer"}`},
		{"please delete 55", `{"intent":"visit.delete","contact":55,"more_contacts":null}`},
		{"vil du slette besøg nr. 55", `{"intent":"visit.delete","contact":55}`},
		{"@Samspil slet 55", `{"intent":"visit.delete","contact":55}`},
		{"delete 55 56", `{"intent":"visit.delete","contact":55,"more_contacts":true}`},
		{"slet 55 og 56", `{"intent":"visit.delete","contact":55,"more_contacts":true}`},
		{"slet 55-57", `{"intent":"visit.delete","contact":55,"more_contacts":true}`},
		{"edit 12 2½ hours export", `{"intent":"visit.update","contact":12,"more_contacts":null,"duration_min":150}`},
		{"ret 12 2,5 timer", `{"intent":"visit.update","contact":12,"more_contacts":null,"duration_min":150}`},
		{"edit 12 3 welders", `{"intent":"visit.update","contact":12,"more_contacts":null,"headcount":3}`},
		{"aflys besøget hos Jensen Byg", `{"intent":"visit.cancel","company":"Jensen Byg"}`},
		{"aflys jensen byg", `{"intent":"visit.cancel","company":"jensen byg"}`},
		{"slet 99001941", `{"intent":"visit.delete","cvr":"99001941","contact":null}`},
		{"Visit logged wrong, it was Køge Kran not Køge Korn, pls change", `{"intent":"visit.update","company_to":"Køge Kran","company_from":"Køge Korn"}`},
		{"det var Køge Kran, ikke Køge Korn", `{"intent":"visit.update","company_to":"Køge Kran","company_from":"Køge Korn"}`},
	})
	if c := ReadContact("delete 99999999999", now, isFirm); c.ID != 99999999999 {
		t.Errorf("a too long number is %d", c.ID)
	}
	if c := ReadContact("delete 99999999999999999999999", now, isFirm); c.ID != math.MaxInt64 {
		t.Errorf("a number beyond all bounds is %d", c.ID)
	}
}

func TestSeveralCompanies(t *testing.T) {
	checkReadings(t, []reading{
		{"Køge Kran ApS besøg i går, har fået ordre fra Lolland Betonelementer", `{"company":"Køge Kran ApS","others":null,"note":"har fået ordre fra Lolland Betonelementer"}`},
		{"Køge Kran i går, de samarbejder med Køge Korn", `{"company":"Køge Kran","others":null,"note":"de samarbejder med Køge Korn"}`},
		{"Ærø Maskinfabrik yesterday phone, supplier to Grøn Logistik", `{"company":"Ærø Maskinfabrik","others":null,"channel":"phone","note":"supplier to Grøn Logistik"}`},
		{"Ærø Maskinfabrik i går, har solgt maskiner til Hjørring Høvleri A/S", `{"company":"Ærø Maskinfabrik","others":null,"note":"har solgt maskiner til Hjørring Høvleri A/S"}`},
		{"Køge Kran i går, samme ejer som CVR 99016493", `{"company":"Køge Kran","cvr":null,"others":null,"note":"samme ejer som CVR 99016493"}`},
		{"99001941 i går, samme ejer som CVR 99016493", `{"cvr":"99001941","cvr_list":null,"others":null}`},
		{"Køge Kran ApS og Køge Korn A/S i går", `{"company":"Køge Kran ApS","others":["Køge Korn A/S"]}`},
		{"køge kran og køge korn i går", `{"company":"køge kran","others":["køge korn"]}`},
		{"Køge Kran, Køge Korn & Aabenraa Anlæg i går", `{"company":"Køge Kran","others":["Køge Korn","Aabenraa Anlæg"]}`},
		{"Ukendt Firma ApS og Andet Firma A/S i går", `{"company":"Ukendt Firma ApS","others":["Andet Firma A/S"]}`},
		{"99001941 og Køge Korn i går", `{"cvr":"99001941","others":["Køge Korn"]}`},
		{"99001941 99002913 i går", `{"cvr_list":["99001941","99002913"],"others":["99002913"]}`},
		{"Køge Kran i går, besøgte også Køge Korn", `{"company":"Køge Kran","others":["Køge Korn"]}`},
		{"Køge Kran i går har fået ordre fra Køge Korn", `{"company":"Køge Kran","others":["Køge Korn"]}`},
		{"har fået ordre fra Køge Korn, besøgte Køge Kran i går", `{"others":["Køge Kran"]}`},
		{"Ærø Maskinfabrik (CVR 99001941) i går", `{"company":"Ærø Maskinfabrik","cvr":"99001941","others":null,"note":null}`},
		{"99001941 Ærø Maskinfabrik i går", `{"company":"Ærø Maskinfabrik","cvr":"99001941","others":null,"note":null}`},
		{"Køge Kran i går, Køge Kran vil høre mere", `{"company":"Køge Kran","others":null}`},
		{"Grundfos i går, de samarbejder med Køge Korn", `{"company":"Grundfos","others":null}`},
		{"Ærø Maskinfabrik i går, Lise 20123456 vil høre mere", `{"company":"Ærø Maskinfabrik","cvr":null,"others":null,"note":"Lise 20123456 vil høre mere"}`},
		{"Ærø Maskinfabrik i går, sagsnr. 20261234", `{"company":"Ærø Maskinfabrik","cvr":null,"others":null,"note":"sagsnr. 20261234"}`},
		{"99001941 i går, kan træffes på 20123456", `{"cvr":"99001941","contact_phone":"20123456","others":null}`},
	})
}

func TestWhichDay(t *testing.T) {
	checkReadings(t, []reading{
		{"99001941 besøgte dem 24/11", `{"date":null,"date_candidates":["2025-11-24","2026-11-24"]}`},
		{"Ærø Maskinfabrik snakkede med Mette Holm om besøg 3/12", `{"date":null,"date_candidates":["2025-12-03","2026-12-03"]}`},
		{"har lige talt med Ærø Maskinfabrik, de starter kursus 5/1", `{"date":"2026-11-23","company":"Ærø Maskinfabrik"}`},
		{"har lige talt med Ærø Maskinfabrik, messe 5/1", `{"date":"2026-11-23","note":"messe 5/1"}`},
		{"Køge Kran i går, de mangler lige nu folk", `{"date":"2026-11-22"}`},
		{"Køge Kran, de mangler lige nu folk", `{"date":null}`},
		{"Køge Kran, de har lige fået en ordre", `{"date":null}`},
		{"Køge Kran ringede og aftalte besøg 14/1 kl. 10", `{"date":null,"date_candidates":["2026-01-14","2027-01-14"]}`},
		{"Ærø Maskinfabrik praktikstart 4/1, besøg i går", `{"date":"2026-11-22"}`},
		{"Køge Kran sidste besøg var 3/9, ringede igen i går", `{"date":"2026-11-22","channel":"phone"}`},
		{"Køge Kran de flytter 1/12, besøgt 20/11", `{"date":"2026-11-20"}`},
		{"Køge Kran frist 3/12 for tilbud, besøgt 20/11", `{"date":"2026-11-20","note":"frist 3/12 for tilbud"}`},
		{"Køge Kran kursus fra 5/1 til 20/1 - besøg i dag", `{"date":"2026-11-23"}`},
		{"planlæg møde Ærø Maskinfabrik fra 3/12 til 5/12", `{"date":null,"date_text":"3/12 til 5/12"}`},
		{"Køge Kran møde 2/12 eller 3/12", `{"date":null,"date_candidates":["2026-12-02","2026-12-03"]}`},
		{"Køge Kran i går eller i forgårs", `{"date":null,"date_candidates":["2026-11-21","2026-11-22"]}`},
		{"Køge Kran ringede, vil mødes på fredag", `{"date":null,"date_text":"på fredag","note":"vil mødes på fredag"}`},
		{"Køge Kran snakkede om et kursus på torsdag", `{"date":null,"date_text":"på torsdag"}`},
		{"Køge Kran ringede, skal mødes på fredag", `{"date":"2026-11-27"}`},
		{"Køge Kran i går, ringede også 20/11", `{"date":null,"date_candidates":["2026-11-20","2026-11-22"]}`},
		{"mødtes med Hans Jensen fra Køge Kran 18/11, 2 praktikpladser fra januar", `{"date":"2026-11-18"}`},
		{"Køge Kran telefon i går, kursus 5/1", `{"date":"2026-11-22","note":"kursus 5/1"}`},
		{"Køge Kran telefon, de flytter 1/12", `{"date":null}`},
		{"Køge Kran telefon, der er åbent hus 1/12", `{"date":null,"date_text":"1/12","note":"der er åbent hus 1/12"}`},
		{"Køge Kran, frist 3/12", `{"date":null}`},
		{"Køge Kran i går 22/11", `{"date":"2026-11-22"}`},
	})
}

// TestLongLines runs lines of 20,000 bytes made of one piece: what is not linear takes minutes on some of them. The limit has
// room for the race detector on a busy machine.
func TestLongLines(t *testing.T) {
	for _, piece := range []string{"a ", "Køge Kran og ", "2 smede ", "i går ", "20/11 kl. 9 ", "lærling 12 timer ", "følger op ", "har lige ", "med 3F ", "talte med Hans ", "ikke ", "besøgt ",
		"99001941 ", "20123456 ", "uge 50, ", "m/ ", "<a@b.dk> ", "1 a@b.dk ", "\n", "ApS ", ". ", "telefon 1/12 ", "aftalt ikke "} {
		line := strings.Repeat(piece, timing.Some(20_000)/len(piece))
		const most = 5 * time.Second
		took := timing.Best(most, func() {
			ReadContact(line, now, isFirm)
			ReadQuestion(line, now)
		})
		if took > most {
			t.Errorf("%q repeated to %d bytes took %v", piece, len(line), took)
		}
	}
}

func FuzzReadContact(f *testing.F) {
	for _, line := range []string{"Køge Kran i går kl. 9, følger op uge 50", "slet 55-56", "har lige talt med Hans", "1 <a@b.dk> 2", "m/ VEU og 3F,", "i går mødte ikke op"} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		c := ReadContact(line, now, isFirm)
		if c.IsSure() && c.Stated != nil {
			t.Errorf("%q is sure and is not: %+v", line, c)
		}
		ReadQuestion(line, now)
	})
}
