package proposal

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"samspil/commands"
	"samspil/internal/cards"
	"samspil/internal/directory"
	"samspil/internal/summary"
	"samspil/internal/text"
	"samspil/internal/when"
)

// The answers to the two questions of the card, as the form holds them.
const (
	answerYes = "yes"
	answerNo  = "no"
)

// choices gives the fields of the correction form that are chosen from a list their options.
func choices(req commands.Request, field commands.Field) commands.Field {
	lang := req.Lang
	switch field.Kind {
	case commands.FieldMany:
		field.Values = commaList(field.Values[0])
		names := map[string]string{}
		if field.Name == "regions" {
			for _, r := range offeredRegions(today(req), field.Values) {
				names[r.Org.Name(lang)] = r.Code
			}
		} else {
			for _, code := range summary.Trades() {
				names[summary.TradeName(code, lang)] = code
			}
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

// offeredRegions are the regions of that day, and those that the card names though they are gone or to come.
func offeredRegions(on when.Date, chosen []string) []directory.Region {
	list := directory.RegionsOn(on)
	for _, code := range chosen {
		if r, ok := directory.RegionOf(code); ok && !slices.ContainsFunc(list, func(o directory.Region) bool { return o.Code == code }) {
			list = append(list, r)
		}
	}
	return list
}

// regionCodes are the regions of a card, or of a correction, as the form holds them: of those it names, and none for its
// municipalities.
func regionCodes(s cards.Field) []string {
	var names []string
	if json.Unmarshal(s.Value, &names) != nil {
		return nil
	}
	var codes, words []string
	for _, name := range names {
		if r, ok := directory.RegionNamed(name); ok {
			codes = append(codes, r.Code)
		} else {
			words = append(words, name)
		}
	}
	codes = append(codes, summary.Regions(words)...)
	slices.Sort(codes)
	return slices.Compact(codes)
}

// regionsIn are the regions that were chosen; wrong has a sentence where one is none of the list.
func regionsIn(req commands.Request, wrong map[string]string) []string {
	codes := []string{}
	for _, code := range req.Values["regions"] {
		if _, ok := directory.RegionOf(code); ok {
			codes = append(codes, code)
		} else if code != "" {
			wrong["regions"] = errRegion.In(req.Lang, text.Cut(oneLine(code), titleRunes))
		}
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// regionNames are the regions as a card names them.
func regionNames(codes []string) []string {
	names := []string{}
	for _, code := range codes {
		if r, ok := directory.RegionOf(code); ok {
			names = append(names, r.Org.NameDA)
		}
	}
	return names
}

func municipalityNames(codes []string) []string {
	names := []string{}
	for _, code := range codes {
		names = append(names, directory.MunicipalityName(code))
	}
	return names
}
