package proposal

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"samspil/commands"
	"samspil/internal/cards"
	"samspil/internal/summary"
	"samspil/internal/text"
)

// The answers to the two questions of the card, as the form holds them.
const (
	answerYes = "yes"
	answerNo  = "no"
)

// choices gives the fields of the correction form that are chosen from a list their options.
func choices(field commands.Field, lang text.Lang) commands.Field {
	switch field.Kind {
	case commands.FieldMany:
		field.Values = commaList(field.Values[0])
		names := map[string]string{}
		for _, code := range summary.Trades() {
			names[summary.TradeName(code, lang)] = code
		}
		labels := slices.Collect(maps.Keys(names))
		text.Sort(lang, labels)
		for _, label := range labels {
			field.Options = append(field.Options, commands.Option{Value: names[label], Label: label})
		}
	case commands.FieldOne:
		field.Required = true
		field.Options = []commands.Option{{Value: answerYes, Label: textMentioned.In(lang)}, {Value: answerNo, Label: textNothingFound.In(lang)}}
	}
	return field
}

// codes are the trades of a card, or of a correction, as the form holds them: in the order of the list.
func codes(s cards.Field) string {
	var list []string
	if json.Unmarshal(s.Value, &list) != nil {
		return ""
	}
	return strings.Join(inListOrder(list), ", ")
}

func inListOrder(list []string) []string {
	known := []string{}
	for _, code := range summary.Trades() {
		if slices.Contains(list, code) {
			known = append(known, code)
		}
	}
	return known
}

func answerOf(s cards.Field) string {
	if string(s.Value) == "true" {
		return answerYes
	}
	return answerNo
}

// tradesIn are the trades that were chosen; wrong has a sentence where one is none of the list.
func tradesIn(req commands.Request, wrong map[string]string) []string {
	chosen := req.Values["trades"]
	for _, code := range chosen {
		if code != "" && !slices.Contains(summary.Trades(), code) {
			wrong["trades"] = errTrade.In(req.Lang, text.Cut(oneLine(code), titleRunes))
		}
	}
	return inListOrder(chosen)
}
