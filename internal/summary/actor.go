package summary

import (
	"cmp"
	_ "embed"
	"slices"

	"samspil/internal/crm"
	"samspil/internal/directory"
	"samspil/internal/text"
	"samspil/internal/when"
)

// actors.tsv is the table of who should be heard: under which condition, the type of organisation in the directory
// (none: the named body itself), and the name or the reason in both languages.
//
//go:embed actors.tsv
var actorTable string

var actorRows = rows(actorTable)

// Suggest is who should be heard by rule. Value is the organisation's code in the directory, or the row's code.
func Suggest(c Card, on when.Date) List[string] {
	var list List[string]
	if !c.Title.Stated() && len(c.Regions)+len(c.Municipalities) == 0 && !c.Upskilling.Value && !c.Employment.Value && !c.Construction.Value {
		return nil // a document that says nothing
	}
	for _, row := range actorRows {
		evidence, ok := c.holds(row[1])
		if !ok {
			continue
		}
		codes := []string{row[0]}
		if row[2] != "" {
			codes = c.inArea(row[2], on)
		}
		for _, code := range codes {
			list = append(list, Field[string]{Value: code, Role: row[0], Quote: evidence.Quote, Page: evidence.Page, Confidence: 0.5})
		}
	}
	return list
}

// renamed leads from the codes that cards named bodies by before to those of the directory.
var renamed = map[string]string{"agency": "STAR", "fh": "FH", "da": "DA"}

// ActorCode is the code of a suggested body today.
func ActorCode(code string) string { return cmp.Or(renamed[code], code) }

// ActorName is the name of a suggested body: of the table's row, or of the directory's organisation.
func ActorName(code string, lang text.Lang) string {
	code = ActorCode(code)
	if name := actorText(code, lang); name != code {
		return name
	}
	i := slices.IndexFunc(directory.Orgs(), func(o crm.Org) bool { return o.Code == code })
	if i >= 0 {
		return directory.Orgs()[i].Name(lang)
	}
	return code
}

// actorText is the last two columns of the row: the name of the body, or why bodies of a type should be heard; the code where
// there is no row.
func actorText(code string, lang text.Lang) string {
	for _, row := range actorRows {
		if row[0] == code {
			if lang == text.English {
				return row[4]
			}
			return row[3]
		}
	}
	return code
}

// actorsJSON has names for codes; the role says that each is a suggestion.
func (c Card) actorsJSON(lang text.Lang) List[string] {
	list := List[string]{}
	for _, a := range c.Actors {
		a.Value, a.Role = ActorName(a.Value, lang), suggestion.In(lang)
		list = append(list, a)
	}
	return list
}
