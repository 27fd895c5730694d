package cards

import (
	"encoding/json"
	"slices"

	"samspil/internal/crm"
	"samspil/internal/summary"
	"samspil/internal/text"
	"samspil/internal/when"
)

// hearFields are the fields by which the rules tell who should be heard.
var hearFields = []string{"regions", "municipalities", "companies", "trades", "construction", "upskilling", "employment"}

// Hear is the codes of whom the rules suggest to hear (as summary.ActorName takes them): as when the card was read or, where
// people corrected what it depends on, by what they say, among the organisations of that day.
func Hear(p crm.Proposal, on when.Date) []string {
	card, k, err := Read(p.Card, text.Danish)
	if err != nil {
		return nil // a card that a person wrote need not suggest anybody
	}
	if !slices.ContainsFunc(p.Fields, func(f crm.ProposalField) bool { return slices.Contains(hearFields, f.Field) }) {
		codes := slices.Clone(k.Hear)
		for i := range codes {
			codes[i] = summary.ActorCode(codes[i])
		}
		return codes
	}
	now := func(field string) json.RawMessage {
		if by := Correction(p, field); by != nil {
			return by.Value
		}
		return card[field].Value
	}
	said := summary.Card{Title: stated(p.Title), Regions: several[string](now("regions")), Municipalities: several[string](now("municipalities")),
		Companies: several[int](now("companies")), Trades: several[string](now("trades")),
		Construction: stated(yes(now("construction"))), Upskilling: stated(yes(now("upskilling"))), Employment: stated(yes(now("employment")))}
	return summary.Suggest(said, on).Values()
}

func stated[T any](v T) summary.Field[T] { return summary.Field[T]{Value: v, Confidence: 1} }

// several is a field of several values; nil where it is not stated.
func several[T any](raw json.RawMessage) (list summary.List[T]) {
	var all []T
	if json.Unmarshal(raw, &all) != nil {
		return nil
	}
	for _, v := range all {
		list = append(list, stated(v))
	}
	return list
}

// yes reports true, or the name of a construction project.
func yes(raw json.RawMessage) bool {
	var b bool
	var name string
	return json.Unmarshal(raw, &b) == nil && b || json.Unmarshal(raw, &name) == nil && name != ""
}
