package overview

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/directory"
	"samspil/internal/text"
	"samspil/internal/when"
)

// ceilingWords begin a line about the ceiling; standardWords take a region's own away.
//
//house:typed
var (
	ceilingWords  = []string{"loft", "loftet", "ceiling"}
	standardWords = []string{"standard", "default", "fra", "off"}
)

// ceilingLine is what follows the word for the ceiling; ok is false for a line about something else.
func ceilingLine(line string) (rest string, ok bool) {
	first, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
	return rest, slices.Contains(ceilingWords, strings.ToLower(first))
}

// ceiling shows the regions' ceilings, or sets one: "region sjælland 4".
func (f *feature) ceiling(ctx context.Context, req commands.Request, line string) (commands.Reply, error) {
	words := strings.Fields(line)
	if len(words) == 0 {
		set, err := f.store.Ceilings(ctx)
		if err != nil {
			return commands.Reply{}, err
		}
		return commands.NewPage().Lead(ceilingsOn(req.Lang, set, when.DateOf(req.Now))).Small(textCeilingHow.In(req.Lang)).Reply(), nil
	}
	region, ok := directory.FindRegion(strings.Join(words[:len(words)-1], " "))
	if !ok {
		return commands.Reply{}, crm.Errorf(crm.Invalid, errCeilingRegion)
	}
	last := strings.ToLower(words[len(words)-1])
	contacts, err := strconv.Atoi(last)
	switch standard := slices.Contains(standardWords, last); {
	case !standard && (err != nil || contacts < 1 || contacts > crm.MostCeiling):
		return commands.Reply{}, crm.Errorf(crm.Invalid, errCeilingNumber, crm.MostCeiling)
	case standard:
		contacts = 0
	}
	home := req.Person.Org.Region
	if !crm.CanSetCeiling(req.Person) || home != "*" && !region.Covers(home) {
		return commands.Reply{}, crm.Errorf(crm.Forbidden, errCeilingRole, region.Org.Name(req.Lang))
	}
	e := crm.Entry{RequestID: req.ID, Delivery: req.Delivery, Now: req.Now, Person: req.Person}
	if err := f.store.SetCeiling(ctx, e, region.Code, contacts); err != nil {
		return commands.Reply{}, err
	}
	if contacts == 0 {
		return commands.Sentence(textCeilingGone.In(req.Lang, region.Org.Name(req.Lang), crm.DefaultCeiling)), nil
	}
	return commands.Sentence(textCeilingSet.In(req.Lang, region.Org.Name(req.Lang), contacts)), nil
}

// ceilingsOn says which ceiling holds where, by the regions of that day.
func ceilingsOn(lang text.Lang, set crm.Ceilings, day when.Date) string {
	var own []string
	for _, r := range directory.RegionsOn(day) {
		if n, ok := set[r.Code]; ok {
			own = append(own, textCeilingOf.In(lang, r.Org.Name(lang), n))
		}
	}
	if len(own) == 0 {
		return textCeilingNone.In(lang, crm.DefaultCeiling)
	}
	return textCeilings.In(lang, text.List(lang, own), crm.DefaultCeiling)
}

// district is where one ceiling holds.
type district struct {
	name           string   // of the region; "" for those that have set none
	municipalities []string // nil for everywhere
	ceiling        int
}

// districts divides the municipalities (nil for everywhere) by the ceilings of the regions of that day.
func districts(lang text.Lang, set crm.Ceilings, municipalities []string, day when.Date) []district {
	everywhere := len(municipalities) == 0
	rest := slices.Clone(municipalities)
	if everywhere {
		rest = []string{""} // companies of which no municipality is known
		for _, m := range directory.Municipalities() {
			rest = append(rest, m.Code)
		}
	}
	var list []district
	for _, r := range directory.RegionsOn(day) {
		own, ok := set[r.Code]
		here := slices.DeleteFunc(slices.Clone(rest), func(m string) bool { return !slices.Contains(r.Municipalities, m) })
		if ok && len(here) > 0 {
			list = append(list, district{r.Org.Name(lang), here, own})
			rest = slices.DeleteFunc(rest, func(m string) bool { return slices.Contains(here, m) })
		}
	}
	switch {
	case len(list) == 0:
		return []district{{"", municipalities, crm.DefaultCeiling}}
	case len(rest) > 0:
		list = append(list, district{"", rest, crm.DefaultCeiling})
	}
	return list
}

// overloaded adds the companies contacted more often than the ceiling of their region, and reports whether there are any.
func (f *feature) overloaded(ctx context.Context, req commands.Request, q crm.FiguresQuery, p *commands.Page) (found bool, err error) {
	set, err := f.store.Ceilings(ctx)
	if err != nil {
		return false, err
	}
	day := q.Periods[0].To
	for _, d := range districts(req.Lang, set, q.Scope.Municipalities, day) {
		q.Scope.Municipalities = d.municipalities
		loaded, err := f.store.MostContacted(ctx, q, true, d.ceiling+1, listRows)
		if err != nil {
			return false, err
		}
		label := textLoad.In(req.Lang, d.ceiling)
		if d.name != "" {
			label = textLoadIn.In(req.Lang, d.ceiling, d.name)
		}
		p.List(label, loads(req.Lang, loaded))
		found = found || len(loaded) > 0
	}
	p.Small(ceilingsOn(req.Lang, set, day))
	return found, nil
}
