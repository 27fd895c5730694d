package sentence

import (
	"strings"
	"time"

	"samspil/internal/crm"
	"samspil/internal/register"
	"samspil/internal/when"
)

// Intent names what the sentence asks for, as in the sample utterances.
type Intent string

// The intents this package recognises.
const (
	LogVisit     Intent = "visit.log"
	PlanVisit    Intent = "visit.plan"
	UpdateVisit  Intent = "visit.update"
	CancelVisit  Intent = "visit.cancel"
	DeleteVisit  Intent = "visit.delete"
	CheckCompany Intent = "company.check"
	CompanyOwner Intent = "company.owner"
)

// Contact is what was understood of a sentence about one contact. A field is empty when the words did not say it.
type Contact struct {
	Intent      Intent
	Numbers     []register.Number // CVR and P-numbers, valid or not
	Company     string            // the company's name as typed
	CompanyFrom string            // a correction: it was CompanyTo, not CompanyFrom
	CompanyTo   string
	Last        bool          // "my last visit"
	ID          int64         // the number of the contact that is changed; 0 when not stated
	Date        when.Date     // the day, when one is certain
	Stated      *when.Expr    // the words for the day, when it is not certain
	Start, End  when.Clock    // crm.NoClock when not stated
	Minutes     int           // length
	Channel     crm.Channel   // Visit when nothing else was said
	Purposes    []crm.Purpose // in order of mention
	Outcome     crm.Outcome
	Trade       string
	Headcount   int
	NeedFrom    when.Date
	ContactName string
	ContactMail string
	ContactTel  string
	With        []string   // who took part, as typed
	FollowUp    *when.Expr // when it will be followed up
	Note        string     // everything else, in the writer's words
	Empty       bool       // nothing at all was written
}

// Known reports whether these words are exactly the name of a company in the register.
type Known func(name string) bool

// reader is the state of reading one sentence.
type reader struct {
	text   string
	tokens []token
	marks  []mark // one a token
	now    time.Time
	known  Known
	out    Contact
	named  bool // the contact person was named by "talked with" alone, which companies are too
}

// mark says what became of a token.
type mark uint8

const (
	open  mark = iota // not understood: belongs to the note
	soft              // understood, but kept in the note when its clause says more
	taken             // understood and left out of the note
)

// ReadContact reads a sentence that logs, plans or corrects a contact. known may be nil.
func ReadContact(text string, now time.Time, known Known) Contact {
	r := &reader{now: now, known: known}
	r.out = Contact{Start: crm.NoClock, End: crm.NoClock, Empty: strings.TrimSpace(text) == ""}
	r.text = r.markup(text)
	r.tokens = tokenize(r.text)
	r.marks = make([]mark, len(r.tokens))

	r.intent()
	r.numbers()
	r.companyKnown()
	r.companyByForm()
	r.times()
	r.participants()
	r.contactPerson()
	r.vocabulary()
	r.companyGuess()
	r.out.Note = r.note()
	return r.out
}

// hint is the direction of the verbs.
func (r *reader) hint() when.Direction {
	_, past := find(pastVerbs, r.tokens)
	_, future := find(futureVerbs, r.tokens)
	switch {
	case r.out.Intent == PlanVisit || future > 0 && past == 0:
		return when.Future
	case past > 0 && future == 0:
		return when.Past
	}
	return when.Nearest // "called today, will call again": the words for the day must speak for themselves
}

// span gives the tokens that overlap the bytes [start, end).
func (r *reader) span(start, end int) (i, n int) {
	for k, t := range r.tokens {
		if t.end > start && t.start < end {
			if n == 0 {
				i = k
			}
			n++
		}
	}
	return i, n
}

func (r *reader) set(i, n int, m mark) {
	for k := i; k < i+n; k++ {
		r.marks[k] = max(r.marks[k], m)
	}
}

// free reports whether none of the tokens has been understood yet.
func (r *reader) free(i, n int) bool {
	for k := i; k < i+n; k++ {
		if r.marks[k] != open {
			return false
		}
	}
	return true
}

// words is the text of tokens [i, i+n) as typed.
func (r *reader) words(i, n int) string { return r.text[r.tokens[i].start:r.tokens[i+n-1].end] }

func (r *reader) numbers() {
	for _, number := range register.ScanNumbers(r.text) {
		i, n := r.span(number.Start, number.End)
		if number.Kind == register.KindPhone || r.belongsToPerson(number, i) {
			set(&r.out.ContactTel, number.Value)
		} else {
			r.out.Numbers = append(r.out.Numbers, number)
		}
		r.set(i, n, taken)
	}
}

// belongsToPerson reports whether eight digits that fail the check stand behind the name of a contact person.
func (r *reader) belongsToPerson(n register.Number, at int) bool {
	if n.Kind != register.KindCVR || n.Valid || n.Labelled {
		return false
	}
	_, talk := find(talkCues, r.tokens[:at])
	return talk > 0
}

// set fills a field that is still empty.
func set(field *string, value string) {
	if *field == "" {
		*field = value
	}
}

// vocabulary recognises channel, outcome, trade, headcount and purposes.
func (r *reader) vocabulary() {
	r.channel()
	for _, h := range hits(outcomeWords, r.tokens) {
		if r.out.Outcome == "" && r.free(h.i, h.n) {
			r.out.Outcome = crm.Outcome(h.code)
			r.set(h.i, h.n, soft)
		}
	}
	r.purposes(r.trade())
}

func (r *reader) channel() {
	r.out.Channel = crm.Visit
	var best *hit
	for _, h := range hits(channelWords, r.tokens) {
		if !r.free(h.i, h.n) {
			continue
		}
		// "besøg" is also the name of the command and of the record, so any other channel beats it.
		if best == nil || best.code == string(crm.Visit) && h.code != string(crm.Visit) {
			best = &h
		}
		r.set(h.i, h.n, soft)
	}
	if best != nil {
		r.out.Channel = crm.Channel(best.code)
		r.set(best.i, best.n, taken)
	}
}

// trade finds the first trade and how many are needed; at is its first token, -1 when none.
func (r *reader) trade() (at int) {
	at = -1
	for _, h := range hits(tradeWords, r.tokens) {
		if r.free(h.i, h.n) {
			at, r.out.Trade = h.i, h.code
			r.set(h.i, h.n, soft)
			r.headcountBefore(h.i)
			break
		}
	}
	return at
}

func (r *reader) purposes(tradeAt int) {
	need, needWords := find(needWords, r.tokens)
	add := func(code string) {
		for _, p := range r.out.Purposes {
			if string(p) == code {
				return
			}
		}
		r.out.Purposes = append(r.out.Purposes, crm.Purpose(code))
	}
	if needWords > 0 && tradeAt > need {
		add("recruitment")
	}
	for _, h := range hits(purposeWords, r.tokens) {
		if !r.free(h.i, h.n) {
			continue
		}
		r.set(h.i, h.n, soft)
		add(h.code)
		if peoplePurposes[h.code] {
			r.headcountBefore(h.i)
		}
	}
	for i := range r.tokens {
		if n := longestAt(headNouns, r.tokens, i); n > 0 && r.free(i, n) && r.headcountBefore(i) {
			r.set(i, n, soft)
		}
	}
}

// headcountBefore takes the number that stands right before token i as the headcount, when there is none yet.
func (r *reader) headcountBefore(i int) bool {
	if i == 0 || r.out.Headcount > 0 || r.marks[i-1] != open {
		return false
	}
	count, ok := count(r.tokens[i-1].key)
	if ok {
		r.out.Headcount = count
		r.set(i-1, 1, soft)
	}
	return ok
}
