package sentence

import (
	"sort"
	"strings"
	"time"

	"samspil/internal/crm"
	"samspil/internal/privacy"
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
	FollowUp    *when.Expr // when it will be followed up; From is the day it is due
	FollowUpAsk *when.Expr // a day for it that cannot be right as it stands: past, or nearly a year ahead
	Note        string     // everything else, in the writer's words
	Empty       bool       // nothing at all was written
	Others      []string   // further companies that the words may be about as well, as typed
	MoreIDs     bool       // more than one contact's number was given
	Doubtful    bool       // a negation: the contact may not have come about
	NoShow      bool       // the company did not turn up
}

// Known reports whether these words are exactly the name of a company in the register.
type Known func(name string) bool

// reader is the state of reading one sentence.
type reader struct {
	text     string
	tokens   []token
	marks    []mark  // one a token
	meant    []bool  // one a token: see survey
	places   []place // dates, clocks and lengths
	numbered []mention
	purposed []hit // see purposeHits
	day      int   // the token at which the contact's day stands, -1 for none
	now      time.Time
	known    Known
	lookups  int // how often known was asked
	out      Contact

	talkedWith bool // the contact person was named by "talked with" alone, which companies are too
}

// mark says what became of a token.
type mark uint8

const (
	open  mark = iota // not understood: belongs to the note
	soft              // understood, but kept in the note when its clause says more
	taken             // understood and left out of the note
	kept              // belongs to the note and to nothing else
)

// ReadContact reads a sentence that logs, plans or corrects a contact. known may be nil.
func ReadContact(text string, now time.Time, known Known) Contact {
	r := &reader{now: now, known: known, day: -1}
	r.out = Contact{Start: crm.NoClock, End: crm.NoClock, Empty: strings.TrimSpace(text) == ""}
	r.text = r.markup(text)
	r.tokens = tokenize(r.text)
	r.marks = make([]mark, len(r.tokens))

	r.intent()
	r.numbers()
	r.scan()
	r.survey()
	r.companies()
	r.times()
	r.participants()
	r.contactPerson()
	r.vocabulary()
	r.companyGuess()
	r.negated()
	r.out.Note, _ = privacy.Mask(r.note()) // what was taken out may have brought digits together
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
	i = sort.Search(len(r.tokens), func(k int) bool { return r.tokens[k].end > start })
	for i+n < len(r.tokens) && r.tokens[i+n].start < end {
		n++
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

// numbers notes the company numbers, and takes a phone number as the contact person's.
func (r *reader) numbers() {
	for _, number := range register.ScanNumbers(r.text) {
		i, n := r.span(number.Start, number.End)
		if number.Kind == register.KindPhone || r.belongsToPerson(number, i) {
			set(&r.out.ContactTel, number.Value)
		} else {
			r.numbered = append(r.numbered, mention{i, n, number.Value, number.Value, &number})
		}
		r.set(i, n, taken)
	}
}

// belongsToPerson reports whether eight digits that fail the check stand behind the name of a contact person.
func (r *reader) belongsToPerson(n register.Number, at int) bool {
	if n.Kind != register.KindCVR || n.Valid || n.Labelled {
		return false
	}
	_, talk := find(talkCues, r.tokens[max(0, at-maxClause):at])
	return talk > 0
}

// set fills a field that is still empty.
func set(field *string, value string) {
	if *field == "" {
		*field = value
	}
}
