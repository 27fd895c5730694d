// Package note makes the note a consultation ends in: a numbered account of what each organisation said, which keeps
// disagreement and silence visible, as text and as a Word document. A note is made once and never changes; its hash shows
// that it has not.
package note

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"samspil/internal/cards"
	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
)

// Note is the content of a note. Its JSON is what is stored and hashed; fields are added at the end, never changed.
type Note struct {
	Year       int       `json:"year"`
	Number     int       `json:"number"` // within the year, from 1, without gaps
	Proposal   Proposal  `json:"proposal"`
	Asker      Name      `json:"asker"`
	StartedBy  string    `json:"started_by"`
	Question   string    `json:"question,omitempty"`
	Opened     time.Time `json:"opened"`
	Deadline   when.Date `json:"deadline"`
	Ended      time.Time `json:"ended"`
	EndedBy    string    `json:"ended_by"`
	Heard      []Heard   `json:"heard"`
	Comments   []Comment `json:"comments,omitempty"`
	Upskilling Evidence  `json:"upskilling"` // the memo's first question
	Employment Evidence  `json:"employment"` // the second
}

// Name is what an organisation was called when the note was made.
type Name struct {
	DA string `json:"da"`
	EN string `json:"en,omitempty"`
}

// Proposal is the proposal as it stood then. Amounts are DKK, -1 where none is stated.
type Proposal struct {
	ID           int64     `json:"id"`
	Title        string    `json:"title"`
	Applicant    string    `json:"applicant,omitempty"`
	Applied      int64     `json:"applied"`
	Total        int64     `json:"total"`
	From         when.Date `json:"from"`
	To           when.Date `json:"to"`
	Construction string    `json:"construction,omitempty"`
}

// Heard is an organisation that was asked. Position is "" where it did not answer.
type Heard struct {
	Org      Name         `json:"org"`
	Position crm.Position `json:"position,omitempty"`
	Words    string       `json:"words,omitempty"`
	Person   string       `json:"person,omitempty"`
	Answered time.Time    `json:"answered,omitzero"`
}

// Comment is what was said beside the positions.
type Comment struct {
	Org    Name      `json:"org"`
	Author string    `json:"author"`
	Person string    `json:"attached_by"`
	At     time.Time `json:"at"`
	Text   string    `json:"text"`
}

// Evidence answers a question by the proposal's own words. Answer is "yes", "no" or "" where the card does not say; where a
// person corrected it, Read is the answer that was read in the document, with its words.
type Evidence struct {
	Answer      string `json:"answer"`
	Quote       string `json:"quote,omitempty"`
	Page        int    `json:"page,omitempty"`
	CorrectedBy string `json:"corrected_by,omitempty"`
	Read        string `json:"read,omitempty"`
}

// Make is the note of a consultation as it stands when it has ended and is numbered.
func Make(c crm.Consultation, p crm.Proposal) Note {
	n := Note{
		Year: c.NoteYear, Number: c.NoteNumber, Asker: nameOf(c.Org), StartedBy: c.Person.Name, Question: c.Question,
		Opened: c.OpenedAt.UTC(), Deadline: c.Deadline, Ended: c.EndedAt.UTC(), EndedBy: c.EndedBy,
		Proposal: Proposal{ID: p.ID, Title: p.Title, Applicant: p.Applicant, Applied: p.Applied, Total: p.Total, From: p.From, To: p.To, Construction: p.Construction},
	}
	for _, h := range c.Heard {
		n.Heard = append(n.Heard, Heard{Org: nameOf(h.Org), Position: h.Position, Words: h.Words, Person: h.Person.Name, Answered: h.AnsweredAt.UTC()})
	}
	for _, k := range c.Comments {
		n.Comments = append(n.Comments, Comment{Org: nameOf(k.Org), Author: k.Author, Person: k.Person, At: k.At.UTC(), Text: k.Text})
	}
	n.Upskilling, n.Employment = evidence(p, "upskilling"), evidence(p, "employment")
	return n
}

func nameOf(o crm.Org) Name { return Name{DA: o.NameDA, EN: o.NameEN} }

// evidence answers a question by the card and by what people corrected of it.
func evidence(p crm.Proposal, field string) Evidence {
	card, _, err := cards.Read(p.Card, text.Danish)
	if err != nil { // a card a person wrote need not have them
		card = nil
	}
	var e Evidence
	if f, read := card[field], false; f.Confidence > 0 && json.Unmarshal(f.Value, &read) == nil {
		e.Answer = "no"
		if read {
			e = Evidence{Answer: "yes", Quote: f.Quote, Page: f.Page}
		}
	}
	by, said := cards.Correction(p, field), false
	if by == nil || json.Unmarshal(by.Value, &said) != nil || said == (e.Answer == "yes") {
		return e
	}
	e.Read, e.Answer, e.CorrectedBy = e.Answer, "no", by.Person
	if said {
		e.Answer = "yes"
	}
	return e
}

// ID is the note's number, "H-2026-3".
func (n Note) ID() string { return fmt.Sprintf("H-%d-%d", n.Year, n.Number) }

// Encode is the note as it is stored, and the SHA-256 of that in hex.
func (n Note) Encode() (content json.RawMessage, hash string, err error) {
	content, err = json.Marshal(n)
	return content, Hash(content), err
}

// Hash is the SHA-256 of a stored note, in hex.
func Hash(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// Decode reads a stored note. unchanged reports whether it is the one that was hashed.
func Decode(content json.RawMessage, hash string) (n Note, unchanged bool, err error) {
	return n, Hash(content) == hash, json.Unmarshal(content, &n)
}

// Writer makes the stored content of the note of a consultation that has just ended, and its hash.
type Writer = func(c crm.Consultation, p crm.Proposal) (content json.RawMessage, hash string, err error)

// Write is the Writer of notes as Make makes them.
func Write(c crm.Consultation, p crm.Proposal) (json.RawMessage, string, error) {
	return Make(c, p).Encode()
}
