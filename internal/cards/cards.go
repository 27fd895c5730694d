// Package cards keeps the cards of proposals: what the machine read, as it is stored, and what people corrected since.
package cards

import (
	"encoding/json"
	"strings"

	"samspil/internal/crm"
	"samspil/internal/summary"
	"samspil/internal/text"
)

// Kept is a card as it is stored: as summary.Card.JSON writes it in both languages, and the codes of whom the rules
// suggested to hear when it was read (as summary.ActorName takes them).
type Kept struct {
	DA   json.RawMessage `json:"da"`
	EN   json.RawMessage `json:"en"`
	Hear []string        `json:"hear"`

	Files []Part `json:"files,omitempty"` // where there were several
}

// Part is one of several files that a card was made of; their pages are numbered on.
type Part struct {
	Name  string `json:"name"` // "" for pasted text
	Pages int    `json:"pages"`
}

// Keep is the card as it is stored with what it was read from.
func Keep(card summary.Card, documents []crm.ProposalDocument) (json.RawMessage, error) {
	k := Kept{Hear: card.Actors.Values()}
	if len(documents) > 1 {
		for _, d := range documents {
			k.Files = append(k.Files, Part{d.Name, len(d.Pages)})
		}
	}
	var err error
	if k.DA, err = card.JSON(text.Danish); err != nil {
		return nil, err
	}
	if k.EN, err = card.JSON(text.English); err != nil {
		return nil, err
	}
	return json.Marshal(k)
}

// Field is one field of the stored card.
type Field struct {
	Value      json.RawMessage `json:"value"`
	Role       string          `json:"role"`
	Quote      string          `json:"quote"`
	Page       int             `json:"page"`
	Confidence float64         `json:"confidence"`
	Items      []Field         `json:"items"`

	Contact    *Field `json:"contact"`
	Companies  *Field `json:"companies"`
	Employment *Field `json:"employment"`
}

// Read reads the stored card in that language: its fields by name, also those that stand inside another, and what is kept
// beside them.
func Read(stored json.RawMessage, lang text.Lang) (card map[string]Field, k Kept, err error) {
	if err := json.Unmarshal(stored, &k); err != nil {
		return nil, k, err
	}
	in := k.DA
	if lang == text.English {
		in = k.EN
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(in, &fields); err != nil {
		return nil, k, err
	}
	delete(fields, "made") // a word about the card, and no field of it
	card = make(map[string]Field, len(fields))
	for name, raw := range fields {
		var s Field
		if err := json.Unmarshal(raw, &s); err != nil {
			return nil, k, err
		}
		card[name] = s
	}
	for name, inside := range map[string]*Field{"contact": card["applicant"].Contact, "companies": card["participants"].Companies, "employment": card["upskilling"].Employment} {
		if inside != nil {
			card[name] = *inside
		}
	}
	return card, k, nil
}

// Single is the field's value as words; "" where it is not stated.
func (f Field) Single(lang text.Lang) string {
	var n float64
	var words string
	switch {
	case len(f.Value) == 0 || string(f.Value) == "null":
		return ""
	case json.Unmarshal(f.Value, &words) == nil:
		return strings.Join(strings.Fields(words), " ") // hostile words on one line
	case json.Unmarshal(f.Value, &n) == nil:
		return text.Number(lang, int(n))
	}
	return ""
}

// Sources are its items, or itself where it has none.
func (f Field) Sources() []Field {
	if len(f.Items) > 0 {
		return f.Items
	}
	return []Field{f}
}

// Correction is the latest correction of a field; nil where nobody corrected it.
func Correction(p crm.Proposal, field string) *crm.ProposalField {
	var last *crm.ProposalField
	for i := range p.Fields {
		if p.Fields[i].Field == field {
			last = &p.Fields[i]
		}
	}
	return last
}
