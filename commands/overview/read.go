package overview

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/directory"
	"samspil/internal/sentence"
	"samspil/internal/text"
	"samspil/internal/when"
)

// asked is what was understood of one line.
type asked struct {
	scope  crm.Scope
	title  string // of the scope
	period crm.Period
	beside crm.Period // the one it is compared with: the one before, unless another was named
	named  bool       // beside was named
	words  string     // those that are not the period, to ask again with another
	hints  []string   // what the reader should know of the words: "Region Sjælland is part of …"
}

// mostRunes is more than any question has.
const mostRunes = 300

// longest is the longest period that is counted at once, in days.
const longest = 366 * 10

// questions open a sentence that asks for the overview.
//
//house:typed
var questions = []string{"hvordan går det", "hvordan gik det", "hvordan ser det ud", "how is it going", "how are we doing", "how did it go", "how did we do", "how are things"}

// fillingWords narrow nothing.
//
//house:typed
const fillingWords = `vs versus mod med sammenlignet compared with to against i in for the and og kontra hos at af of om about på
		vis show giv give overblik overview tal tallene figures status hvor mange how many did we do har vi haft besøg visits kontakter contacts vores our us os it det den var there were`

var filling = func() map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(fillingWords) {
		set[w] = true
	}
	return set
}()

// read understands a line: a place, organisations, a purpose, a person and one or two periods, in any order. Words that
// are none of it are an error: nothing is guessed.
func (f *feature) read(ctx context.Context, req commands.Request) (a asked, err error) {
	line := strings.TrimSpace(req.Text)
	if len([]rune(line)) > mostRunes {
		return a, crm.Errorf(crm.Invalid, errLong)
	}
	rest, err := a.periods(line, req)
	if err != nil {
		return a, err
	}
	a.words = strings.Join(strings.Fields(rest), " ")
	for _, q := range questions {
		if after, ok := strings.CutPrefix(strings.ToLower(a.words), q); ok {
			rest = a.words[len(a.words)-len(after):]
		}
	}
	tokens := strings.FieldsFunc(rest, func(r rune) bool { return strings.ContainsRune(" ,;:?!\t\n", r) })
	for len(tokens) > 0 {
		n, err := f.part(ctx, req, &a, tokens)
		if err != nil {
			return a, err
		}
		tokens = tokens[n:]
	}
	f.whose(ctx, req, &a)
	return a, nil
}

// periods reads the periods and gives what is left of the line.
func (a *asked) periods(line string, req commands.Request) (rest string, err error) {
	found := when.ScanPeriods(line, req.Now)
	for i := len(found) - 1; i >= 0; i-- {
		line = line[:found[i].Start] + " " + line[found[i].End:]
	}
	today := when.DateOf(req.Now)
	a.period = crm.Period{From: when.Date{Year: today.Year, Month: today.Month, Day: 1}, To: crm.LastOfMonth(today)}
	switch len(found) {
	case 0:
		a.beside = a.period.Before()
	case 1:
		a.period = crm.Period{From: found[0].From, To: found[0].To}
		a.beside = a.period.Before()
	case 2:
		a.period, a.beside = crm.Period{From: found[0].From, To: found[0].To}, crm.Period{From: found[1].From, To: found[1].To}
		a.named = true
	default:
		return line, crm.Errorf(crm.Invalid, errPeriods)
	}
	if a.period.Days() > longest || a.beside.Days() > longest {
		return line, crm.Errorf(crm.Invalid, errLongPeriod)
	}
	if a.period.From.After(today) {
		return line, crm.Errorf(crm.Invalid, errAhead, text.Date(req.Lang, a.period.From))
	}
	return line, nil
}

// mostNamed is the most words that a name has.
const mostNamed = 7

// part reads what the first tokens say, the longest reading first, and gives how many they are.
func (f *feature) part(ctx context.Context, req commands.Request, a *asked, tokens []string) (int, error) {
	first := strings.ToLower(tokens[0])
	switch first {
	case "mig", "me", "mine", "my":
		a.scope.Person = req.Person
		return 1, nil
	case "person", "medarbejder", "kollega", "colleague":
		return f.person(ctx, req, a, tokens)
	}
	for n := min(len(tokens), mostNamed); n > 0; n-- {
		if f.named(ctx, req, a, strings.Join(tokens[:n], " ")) {
			return n, nil
		}
	}
	if filling[first] {
		return 1, nil
	}
	return 0, crm.Errorf(crm.Invalid, errUnknown, tokens[0])
}

// named reports whether the words are the name of a region, a municipality, a purpose or an organisation.
func (f *feature) named(ctx context.Context, req commands.Request, a *asked, words string) bool {
	if filling[strings.ToLower(words)] {
		return false
	}
	if r, ok := directory.FindRegion(words); ok {
		a.region(r, req.Lang)
		return true
	}
	if m, ok := directory.FindMunicipality(words); ok {
		a.places(m.Code)
		a.title = join(a.title, textMunicipality.In(req.Lang, m.Name))
		return true
	}
	if found, rest := sentence.Purposes(words); len(found) == 1 && strings.TrimSpace(rest) == "" && a.scope.Purpose == "" {
		a.scope.Purpose = found[0]
		return true
	}
	o, ok := f.orgs(ctx, words, a.period.To, req.Person.Org)
	if !ok {
		return false
	}
	a.org(o)
	for _, p := range directory.Predecessors(o, a.period.To) {
		if stored, err := f.store.OrgByCode(ctx, p.Code); err == nil {
			a.scope.Orgs = append(a.scope.Orgs, stored)
			a.hints = append(a.hints, textPredecessor.In(req.Lang, stored.Name(req.Lang), o.Name(req.Lang)))
		}
	}
	a.title = join(a.title, o.Name(req.Lang))
	return true
}

func (a *asked) org(o crm.Org) {
	if !slices.ContainsFunc(a.scope.Orgs, func(have crm.Org) bool { return have.ID == o.ID }) {
		a.scope.Orgs = append(a.scope.Orgs, o)
	}
}

// places adds municipalities, each once.
func (a *asked) places(codes ...string) {
	for _, code := range codes {
		if !slices.Contains(a.scope.Municipalities, code) {
			a.scope.Municipalities = append(a.scope.Municipalities, code)
		}
	}
}

// region adds the region's municipalities. They are the same in every year, whichever regions there were.
func (a *asked) region(r directory.Region, lang text.Lang) {
	a.places(r.Municipalities...)
	a.title = join(a.title, r.Org.Name(lang))
	if !r.Org.ExistsOn(a.period.To) || !r.Org.ExistsOn(a.period.From) {
		a.hints = append(a.hints, textOtherScheme.In(lang, r.Org.Name(lang), len(r.Municipalities)))
	}
}

// person reads "person NAME": managers may ask for the colleagues of their own organisation.
func (f *feature) person(ctx context.Context, req commands.Request, a *asked, tokens []string) (int, error) {
	if req.Person.Role != crm.Manager {
		return 0, crm.Errorf(crm.Forbidden, errManagers)
	}
	all, err := f.store.People(ctx)
	if err != nil {
		return 0, err
	}
	for n := min(len(tokens)-1, mostNamed); n > 0; n-- {
		name := strings.ToLower(strings.Join(tokens[1:1+n], " "))
		var found []crm.Person
		for _, p := range all {
			whole := strings.ToLower(p.Name)
			if p.Org.ID == req.Person.Org.ID && (whole == name || strings.HasPrefix(whole, name+" ")) {
				found = append(found, p)
			}
		}
		if len(found) > 1 {
			return 0, crm.Errorf(crm.Invalid, errSeveral, name)
		}
		if len(found) == 1 {
			a.scope.Person = found[0]
			return 1 + n, nil
		}
	}
	return 0, crm.Errorf(crm.NotFound, errNobody, strings.Join(tokens[1:], " "))
}

// whose completes the scope: where nothing names a place or an organisation, it is the asker's own.
func (f *feature) whose(ctx context.Context, req commands.Request, a *asked) {
	if a.scope.Person.ID != 0 {
		a.scope.Orgs = []crm.Org{req.Person.Org}
		a.title = join(a.scope.Person.Name, a.title)
	}
	if len(a.scope.Orgs) == 0 && len(a.scope.Municipalities) == 0 {
		a.scope.Orgs = []crm.Org{req.Person.Org}
		a.title = req.Person.Org.Name(req.Lang)
	}
	a.scope.Regions = directory.WholeRegions(a.scope.Municipalities)
	if a.scope.Purpose != "" {
		a.title = join(a.title, a.scope.Purpose.Name(req.Lang))
	}
}

func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " · " + b
}

// at is the line that asks the same of another period.
func (a asked) at(p crm.Period) string {
	return strings.TrimSpace(a.words + " " + slashed(p.From) + "-" + slashed(p.To))
}

// line asks exactly this again.
func (a asked) line() string {
	if a.named {
		return a.at(a.period) + ", " + slashed(a.beside.From) + "-" + slashed(a.beside.To)
	}
	return a.at(a.period)
}

func slashed(d when.Date) string {
	return strconv.Itoa(d.Day) + "." + strconv.Itoa(int(d.Month)) + "." + strconv.Itoa(d.Year)
}

func (a asked) understood() commands.Understood {
	s := map[string]any{"period_from": a.period.From.String(), "period_to": a.period.To.String()}
	if a.named {
		s["beside_from"], s["beside_to"] = a.beside.From.String(), a.beside.To.String()
	}
	if len(a.scope.Municipalities) > 0 {
		s["municipality"] = a.scope.Municipalities
	}
	var orgs []string
	for _, o := range a.scope.Orgs {
		orgs = append(orgs, o.Code)
	}
	if len(orgs) > 0 {
		s["actor"] = orgs
	}
	if a.scope.Purpose != "" {
		s["purpose"] = string(a.scope.Purpose)
	}
	return commands.Understood{Intent: "status.kpi", Slots: s}
}
