package note_test

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samspil/internal/crm"
	"samspil/internal/document"
	"samspil/internal/note"
	"samspil/internal/text"
	"samspil/internal/when"
)

const card = `{"da":{"upskilling":{"value":true,"quote":"20 ledige opkvalificeres til struktører","page":2,"confidence":0.8,"employment":{"value":false,"quote":"","page":0,"confidence":0.7}}}}`

// hostile tries to leave its paragraph, as markup and as control characters.
const hostile = "</w:t></w:p> & <!channel> \"]]>\x00\x0b\nny linje\tæøå"

func org(da, en string) crm.Org { return crm.Org{NameDA: da, NameEN: en} }

func sample() note.Note {
	at := when.MustISO("2026-12-08").At(10, 5)
	c := crm.Consultation{
		ID: 7, ProposalID: 14, NoteYear: 2026, NoteNumber: 3, Org: org("Vækstforum Sjælland", "Growth Forum Zealand"), Person: crm.Person{Name: "Vera Krogh"}, Question: "Er der pladser nok?",
		OpenedAt: when.MustISO("2026-12-01").At(9, 0), Deadline: when.MustISO("2026-12-15"), EndedAt: when.MustISO("2026-12-16").At(9, 0), EndedBy: "Vera Krogh",
		Heard: []crm.Heard{
			{Org: org("Det Regionale Beskæftigelsesråd", ""), Position: crm.Supports, Person: crm.Person{Name: "Bo Lund"}, AnsweredAt: at},
			{Org: org("Jobcenter Lolland", "Job Centre Lolland"), Position: crm.Concerns, Words: "Vi mangler undervisere.", Person: crm.Person{Name: "Anna Holm"}, AnsweredAt: at},
			{Org: org("Kursuscenter Øst", ""), Position: crm.SupportsWithComments, Words: hostile, Person: crm.Person{Name: "Åse"}, AnsweredAt: at},
			{Org: org("VEU-center Sjælland", "")},
		},
		Comments: []crm.ConsultationComment{{Org: org("Vækstforum Sjælland", ""), Author: "Per", Person: "Vera Krogh", At: at, Text: "Der er plads fra uge 8."}},
	}
	p := crm.Proposal{ID: 14, Title: "Struktører til Femern", Applicant: "Kursuscenter Øst", Applied: 1250000, Total: -1, From: when.MustISO("2027-01-01"), To: when.MustISO("2028-06-30"), Card: json.RawMessage(card)}
	return note.Make(c, p)
}

const danish = `Høringsnotat H-2026-3
Projektforslag nr. 14: Struktører til Femern
Ansøger: Kursuscenter Øst
Ansøgt beløb: 1.250.000 kr. · Samlet budget: ikke oplyst
Periode: 1. jan. 2027 – 30. juni 2028
Høringen er iværksat af Vækstforum Sjælland ved Vera Krogh.
Sendt i høring 1. dec. 2026 kl. 09.00. Frist 15. dec. 2026. Afsluttet 16. dec. 2026 kl. 09.00 af Vera Krogh.
Der blev spurgt om:
    Er der pladser nok?

Aktørernes holdninger
• Det Regionale Beskæftigelsesråd: støtter (Bo Lund, 8. dec. 2026 kl. 10.05)
• Jobcenter Lolland: har betænkeligheder (Anna Holm, 8. dec. 2026 kl. 10.05)
    Vi mangler undervisere.
• Kursuscenter Øst: støtter med bemærkninger (Åse, 8. dec. 2026 kl. 10.05)
    HOSTILE
• VEU-center Sjælland: har ikke svaret

Enighed
• støtter: Det Regionale Beskæftigelsesråd
• støtter med bemærkninger: Kursuscenter Øst

Uenighed
• har betænkeligheder: Jobcenter Lolland
    Vi mangler undervisere.

Ikke svaret
1 aktør har ikke svaret, og det er ikke regnet som støtte: VEU-center Sjælland.

Aftalens to spørgsmål
• Er opkvalificering tænkt ind? Det er nævnt i forslaget:
    "20 ledige opkvalificeres til struktører" (side 2)
• Er beskæftigelseshensyn tænkt ind? Nej, det nævnes ikke i forslaget.

Bemærkninger fra drøftelsen
• Per, 8. dec. 2026 kl. 10.05 (vedhæftet af Vera Krogh, Vækstforum Sjælland)
    Der er plads fra uge 8.

Underskrift
Notatet er ikke godkendt endnu.
Notatets indhold er låst. Kontrolsum (SHA-256): abc
`

func TestNoteInDanish(t *testing.T) {
	want := strings.Replace(danish, "HOSTILE", strings.ReplaceAll(hostile, "\n", "\n    "), 1)
	if diff := cmp.Diff(want, sample().Text(text.Danish, note.Sign{Hash: "abc"})); diff != "" {
		t.Error(diff)
	}
}

func TestNoteInEnglish(t *testing.T) {
	got := sample().Text(text.English, note.Sign{Hash: "abc", By: "Vera Krogh", At: when.MustISO("2026-12-17").At(8, 0)})
	for _, want := range []string{"Consultation note H-2026-3", "Job Centre Lolland: has concerns", "VEU-center Sjælland: has not answered", "Disagreement\n• has concerns: Job Centre Lolland\n    Vi mangler undervisere.",
		"Not answered\n1 organisation has not answered, which does not count as support: VEU-center Sjælland.", "Signed off by Vera Krogh, 17 Dec 2026 08:00."} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %q:\n%s", want, got)
		}
	}
}

// Nobody answering is no agreement.
func TestSilenceIsNoSupport(t *testing.T) {
	n := sample()
	for i := range n.Heard {
		n.Heard[i] = note.Heard{Org: n.Heard[i].Org}
	}
	got := n.Text(text.English, note.Sign{})
	for _, want := range []string{"Agreement\nNone of the organisations heard has answered.", "Disagreement\nNone of the organisations heard has answered.", "4 organisations have not answered"} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %q:\n%s", want, got)
		}
	}
}

// One answer that supports nothing says so of those who answered.
func TestNobodySupports(t *testing.T) {
	n := sample()
	for i := range n.Heard {
		n.Heard[i] = note.Heard{Org: n.Heard[i].Org}
	}
	n.Heard[0].Position = crm.NotRelevant
	if got := n.Text(text.English, note.Sign{}); !strings.Contains(got, "None of those who answered supports the proposal.") || !strings.Contains(got, "None of those who answered has concerns.") {
		t.Error(got)
	}
}

// The Word document says all that the text does, to a reader of its own, and is the same bytes each time.
func TestDOCX(t *testing.T) {
	n, sign := sample(), note.Sign{Hash: "abc"}
	for _, lang := range []text.Lang{text.Danish, text.English} {
		file, err := n.DOCX(lang, sign)
		if err != nil {
			t.Fatal(err)
		}
		again, err := n.DOCX(lang, sign)
		if err != nil || !bytes.Equal(file, again) {
			t.Error("the same note makes other bytes", err)
		}
		read, err := document.Extract(context.Background(), file, document.DefaultLimits, nil)
		if err != nil {
			t.Fatal(err)
		}
		got, want := squeezed(read.Pages[0].Text), squeezed(n.Text(lang, sign))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
}

// squeezed leaves out what is only layout or cannot stand in XML.
func squeezed(s string) string {
	s = strings.NewReplacer("•", " ", "\x00", " ", "\x0b", " ", "\uFFFD", " ").Replace(s)
	return strings.Join(strings.Fields(s), " ")
}

func TestHashShowsAChange(t *testing.T) {
	content, hash, err := sample().Encode()
	if err != nil {
		t.Fatal(err)
	}
	back, unchanged, err := note.Decode(content, hash)
	if err != nil || !unchanged {
		t.Fatal(unchanged, err)
	}
	if diff := cmp.Diff(sample(), back); diff != "" {
		t.Error(diff)
	}
	touched := bytes.Replace(content, []byte("concerns"), []byte("supports"), 1)
	if _, unchanged, err := note.Decode(touched, hash); unchanged || err != nil {
		t.Error("a changed position is not seen", err)
	}
}

func TestEvidenceOfNoCard(t *testing.T) {
	for _, c := range []string{``, `{}`, `{"da":{"upskilling":7}}`, `{"da":{"upskilling":{"value":null}}}`} {
		n := note.Make(crm.Consultation{}, crm.Proposal{Card: json.RawMessage(c)})
		if n.Upskilling.Answer != "" || n.Employment.Answer != "" {
			t.Errorf("%s: %+v", c, n)
		}
	}
}

// What a person corrected stands in the note, with what was read.
func TestEvidenceCorrected(t *testing.T) {
	p := crm.Proposal{Card: json.RawMessage(card), Fields: []crm.ProposalField{
		{Field: "upskilling", Value: json.RawMessage("false"), Person: "Anna Lindqvist"}, {Field: "employment", Value: json.RawMessage("true"), Person: "Bo Lund"}}}
	got := note.Make(crm.Consultation{}, p).Text(text.English, note.Sign{})
	for _, want := range []string{"upskilling thought in? No, corrected by Anna Lindqvist. In the proposal was read:\n    \"20 ledige opkvalificeres til struktører\" (page 2)",
		"considerations thought in? Yes, corrected by Bo Lund. Nothing about it was read in the proposal."} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %q:\n%s", want, got)
		}
	}
	p.Fields = append(p.Fields, crm.ProposalField{Field: "upskilling", Value: json.RawMessage("true"), Person: "Anna Lindqvist"}) // and back
	if e := note.Make(crm.Consultation{}, p).Upskilling; e.Answer != "yes" || e.CorrectedBy != "" || e.Page != 2 {
		t.Error(e)
	}
	p = crm.Proposal{Card: json.RawMessage(`{}`), Fields: p.Fields[:1]}
	if e := note.Make(crm.Consultation{}, p).Upskilling; e.Answer != "" {
		t.Error("a card that says nothing is corrected to what it says", e)
	}
}
