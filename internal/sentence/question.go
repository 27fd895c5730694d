package sentence

import (
	"strings"
	"time"

	"samspil/internal/crm"
	"samspil/internal/register"
)

// Question is what was understood of a question about one or more companies.
type Question struct {
	Intent     Intent
	Subjects   []Subject // what to look up, in the order asked
	Phone      string    // a phone number that was given instead of a company's number
	About      string    // "quarantine", "same_company", "contact_person", or ""
	PeriodText string    // "lately"; the check always tells the latest contact and the window
	Channel    crm.Channel
	Cut        bool // more than MaxSubjects were named; the rest was left out
}

// Subject is one company asked about: by number or by name. A name is the whole of the words; where no company has
// it, Parts or Base may be tried.
type Subject struct {
	Number *register.Number
	Name   string
	Parts  []string // the names on both sides of "og" and its like: "Køge Korn og Aabenraa Anlæg"; else nil
	Base   string   // the name without the place behind it: "Jensen Byg" of "Jensen Byg i Maribo"; else ""
	Place  string   // that place
}

// MaxSubjects is how many companies one question may name; the rest is said to be left out.
const MaxSubjects = 25

var (
	lately       = patterns("lately", "recently", "for nylig", "for nyligt", "fornylig", "i nyere tid", "på det sidste", "på det seneste", "the last while", "siden sidst")
	quarantine   = patterns("karantæne", "i karantæne", "quarantine", "må jeg ringe", "må jeg kontakte", "må jeg besøge", "may i call", "may i contact", "can i call", "kan jeg ringe", "må vi")
	sameCompany  = patterns("samme firma", "samme virksomhed", "same company", "same firm", "det samme")
	contactWords = patterns("kontaktperson~", "contact person~", "fast kontakt", "who is the contact", "account manager", "hvem kender", "hvem har kontakten")
	ringWords    = patterns("ringe", "ring", "call", "phone", "telefon")

	// asking is the wording of questions, which is no company's name. Longer phrases stand for themselves.
	asking = patterns("har nogen været", "er der nogen der har", "er der nogen", "har nogen", "har andre", "nogen", "hvem har", "hvem var", "hvem er", "hvem er den", "hvem", "hvornår", "hvad ved vi om", "været i kontakt med",
		"været", "talt med", "besøgt", "kontaktet", "kontakt med", "haft kontakt med", "må jeg", "kan jeg", "må vi", "skal jeg", "ringe til", "ring til", "ringe", "kontakte", "besøge", "eller", "er de", "er det", "er den",
		"karantæne", "i karantæne", "samme firma", "det samme firma", "samme virksomhed", "det samme", "kontaktperson", "kontaktpersonen", "fast kontakt", "fast kontaktperson", "faste kontaktperson", "den faste kontaktperson", "sidst", "senest", "siden sidst", "tjek", "check", "slå op", "find", "vis", "for nylig", "for nyligt", "på det sidste", "på det seneste",
		"has anyone", "have any", "anyone", "anybody", "somebody", "someone", "has", "have", "did", "does", "been at", "been to", "been in touch with", "been", "visited", "contacted", "in contact with", "talked to", "called", "who", "who has", "who is", "when", "was", "is", "are they", "are", "may i", "can i", "should i", "call", "contact", "visit", "the contact person", "contact person", "lately", "recently", "last", "quarantine", "in quarantine", "the same company", "same company", "please", "what about", "what do we know about", "do we know", "kender vi", "der kender", "nogen der kender", "kender", "knows", "any")

	separators = patterns("vs", "vs.", "versus")
)

// ReadQuestion reads what follows /check, or a sentence that asks.
func ReadQuestion(text string, now time.Time) Question {
	r := &reader{now: now}
	r.text = r.markup(text)
	r.tokens = tokenize(r.text)
	r.marks = make([]mark, len(r.tokens))
	q := Question{Intent: CheckCompany, Phone: strings.TrimPrefix(r.out.ContactTel, "+45")}
	q.read(r)
	q.numbers(r)
	q.period(r)
	q.names(r)
	return q
}

// read settles what kind of question it is.
func (q *Question) read(r *reader) {
	if i, n := find(lately, r.tokens); n > 0 {
		q.PeriodText = r.words(i, n)
	}
	for _, kind := range []struct {
		says  []pattern
		about string
	}{{contactWords, "contact_person"}, {sameCompany, "same_company"}, {quarantine, "quarantine"}} {
		if _, n := find(kind.says, r.tokens); n > 0 {
			q.About = kind.about
			break
		}
	}
	if q.About == "contact_person" {
		q.Intent = CompanyOwner
	}
	if _, n := find(ringWords, r.tokens); n > 0 && q.About == "quarantine" {
		q.Channel = crm.Phone
	}
}

func (q *Question) numbers(r *reader) {
	for _, number := range register.ScanNumbers(r.text) {
		i, n := r.span(number.Start, number.End)
		r.set(i, n, taken)
		if number.Kind == register.KindPhone {
			q.Phone = number.Value
			continue
		}
		q.add(Subject{Number: &number})
	}
}

func (q *Question) add(s Subject) {
	if len(q.Subjects) == MaxSubjects {
		q.Cut = true
		return
	}
	q.Subjects = append(q.Subjects, s)
}

// names takes what is left between separators as company names. With numbers in the question, words alone are
// only its wording.
func (q *Question) names(r *reader) {
	if len(q.Subjects) > 0 || q.Phone != "" {
		return
	}
	for from := 0; from < len(r.tokens); {
		to := from
		for to < len(r.tokens) && !separates(r.tokens, to) && r.marks[to] == open {
			to++
		}
		if name := questionName(r, from, to); name != "" {
			q.add(named(name))
		}
		from = to + 1
	}
}

// separates reports whether token i stands between two companies or ends a clause. The point of an abbreviation
// or of "v. Navn" does not: a letter follows it closely or it closes a short word.
func separates(tokens []token, i int) bool {
	t := tokens[i]
	if t.text == "." {
		return i+1 == len(tokens)
	}
	return t.ends() || longestAt(separators, tokens, i) > 0
}

// questionName is the company's name in a clause: what is left when the wording of the question is taken off both
// ends. In a question proper ("has anyone been at X lately") the name follows the last such wording.
func questionName(r *reader, from, to int) string {
	from = behindAnchor(r.tokens, from, to)
	for from < to {
		n := askingAt(r.tokens[:to], from)
		if n == 0 {
			break
		}
		from += n
	}
	for end := from; end < to; end++ { // what follows the name
		if end > from && (longestAt(asking, r.tokens[:to], end) > 0 && !joinsName(r.tokens, end) || isAbout(r.tokens[:to], end)) {
			to = end
		}
	}
	for to > from && (!r.tokens[to-1].isWord() && r.tokens[to-1].text != "." || trailing[r.tokens[to-1].key]) {
		to--
	}
	if from >= to {
		return ""
	}
	return strings.TrimSpace(r.words(from, to-from))
}

// anchors stand right before the company in a question that also names who may have been there.
var anchors = patterns("i kontakt med", "kontakt med", "talt med", "snakket med", "været hos", "været ved", "sidst hos", "senest hos", "var hos", "last at", "besøgt", "kontaktet", "været ude hos", "in contact with", "in touch with", "been at", "been to", "visited", "contacted", "talked to", "spoken to", "spoken with")

// behindAnchor is where the name may begin: behind the last anchor that something follows, else at from.
func behindAnchor(tokens []token, from, to int) int {
	for i := to - 1; i >= from; i-- {
		n := longestAt(anchors, tokens[:to], i)
		if n > 0 && i+n < to && askingAt(tokens[:to], i+n) == 0 {
			return i + n
		}
	}
	return from
}

// isAbout reports whether "om" or "about" with a purpose begins at token i: "kontakte X om rekruttering".
func isAbout(tokens []token, i int) bool {
	return (tokens[i].key == "om" || tokens[i].key == "about") && i+1 < len(tokens) && isVocabulary(tokens, i+1)
}

var leading = wordSet("hos ved at på i til med om the at to in with about for og and så de det der er har eller hi hey")

var trailing = wordSet("eller or og and så for nylig")

func askingAt(tokens []token, i int) int {
	if n := longestAt(asking, tokens, i); n > 0 {
		return n
	}
	if !tokens[i].isWord() || leading[tokens[i].key] {
		return 1
	}
	return 0
}

// joinsName reports whether a word of the question's wording is part of a name here: a capitalised word inside a
// capitalised name ("Find Me Byg", "Kontakt Teknik ApS").
func joinsName(tokens []token, i int) bool {
	return tokens[i].capital() && i > 0 && tokens[i-1].capital()
}
