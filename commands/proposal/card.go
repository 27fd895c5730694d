package proposal

import (
	"encoding/json"
	"strings"

	"samspil/internal/crm"
	"samspil/internal/summary"
	"samspil/internal/text"
)

// kept is a card as it is stored: as summary.Card.JSON writes it in both languages, and the codes of whom the rules
// suggest to hear (as summary.ActorName takes them).
type kept struct {
	DA   json.RawMessage `json:"da"`
	EN   json.RawMessage `json:"en"`
	Hear []string        `json:"hear"`

	Files []part `json:"files,omitempty"` // where there were several
}

// part is one of several files that a card was made of; their pages are numbered on.
type part struct {
	Name  string `json:"name"` // "" for pasted text
	Pages int    `json:"pages"`
}

func store(card summary.Card, documents []crm.ProposalDocument) (json.RawMessage, error) {
	k := kept{Hear: card.Actors.Values()}
	if len(documents) > 1 {
		for _, d := range documents {
			k.Files = append(k.Files, part{d.Name, len(d.Pages)})
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

// quoted is words of the document with their place: the page, and the file where there are several.
func quoted(lang text.Lang, files []part, words string, page int) string {
	in := page
	for _, f := range files {
		if in <= f.Pages {
			name := oneLine(f.Name)
			if name == "" {
				name = textPasted.In(lang)
			}
			return textQuoteIn.In(lang, words, text.Cut(name, nameRunes), in)
		}
		in -= f.Pages
	}
	return textQuote.In(lang, words, page)
}

// nameRunes is how much of a file's name stands at a quote.
const nameRunes = 60

// stated is one field of the stored card.
type stated struct {
	Value json.RawMessage `json:"value"`
	Role  string          `json:"role"`
	Quote string          `json:"quote"`
	Page  int             `json:"page"`
	Items []stated        `json:"items"`

	Contact    *stated `json:"contact"`
	Companies  *stated `json:"companies"`
	Employment *stated `json:"employment"`
}

// unpack reads a stored card in that language: its fields by name, also those that stand inside another, and what is kept
// beside them.
func unpack(p crm.Proposal, lang text.Lang) (card map[string]stated, k kept, err error) {
	if err := json.Unmarshal(p.Card, &k); err != nil {
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
	card = make(map[string]stated, len(fields))
	for name, raw := range fields {
		var s stated
		if err := json.Unmarshal(raw, &s); err != nil {
			return nil, k, err
		}
		card[name] = s
	}
	for name, inside := range map[string]*stated{"contact": card["applicant"].Contact, "companies": card["participants"].Companies, "employment": card["upskilling"].Employment} {
		if inside != nil {
			card[name] = *inside
		}
	}
	return card, k, nil
}

// single is the field's value as words; "" where it is not stated.
func (s stated) single(lang text.Lang) string {
	var n float64
	var words string
	switch {
	case len(s.Value) == 0 || string(s.Value) == "null":
		return ""
	case json.Unmarshal(s.Value, &words) == nil:
		return oneLine(words)
	case json.Unmarshal(s.Value, &n) == nil:
		return text.Number(lang, int(n))
	}
	return ""
}

// sources are its items, or itself where it has none.
func (s stated) sources() []stated {
	if len(s.Items) > 0 {
		return s.Items
	}
	return []stated{s}
}

// oneLine puts hostile words on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// correction is the latest correction of a field; nil where nobody corrected it.
func correction(p crm.Proposal, field string) *crm.ProposalField {
	var last *crm.ProposalField
	for i := range p.Fields {
		if p.Fields[i].Field == field {
			last = &p.Fields[i]
		}
	}
	return last
}
