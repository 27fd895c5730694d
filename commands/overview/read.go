package overview

import (
	"context"
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
	// "region sjælland og …" is that region: with more words an organisation would be found that sounds like it.
	for n := min(len(tokens)-1, mostNamed); n > 0; n-- {
		if filling[strings.ToLower(tokens[n])] && a.place(req.Lang, strings.Join(tokens[:n], " ")) {
			return n, nil
		}
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
	if a.place(req.Lang, words) {
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
