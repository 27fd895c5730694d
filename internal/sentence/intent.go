package sentence

import (
	"math"
	"strconv"
	"strings"

	"samspil/internal/register"
)

var (
	deleteVerbs = patterns("slet", "slette", "fjern", "delete", "remove")
	cancelVerbs = patterns("aflys", "aflyse", "aflyst", "cancel", "cancelled", "call off")
	updateVerbs = patterns("ret", "rette", "rediger", "=ændr", "=ændre", "edit", "change", "correct", "update", "opdater", "flyt", "flytte", "move", "reschedule")
	visitNouns  = patterns("besøg~", "besøget", "visit~", "kontakt~", "contact~", "møde~", "mødet", "meeting~", "opkald~", "call")
	lastWords   = patterns("sidste", "seneste", "last", "latest", "most recent")
	planVerbs   = patterns("planlæg", "planlægger", "planlagt", "book", "booker", "schedule", "aftalt")
	planFirst   = patterns("plan", "plan a", "planlæg", "planlægger", "book", "booker", "schedule") // elsewhere "plan" is a noun

	// openers may stand before the verb that says what is to be done.
	openers = patterns("please", "pls", "vil du", "kan du", "vær venlig at", "can you", "could you", "would you", "hej", "hi", "hello", "jeg vil gerne", "jeg vil", "i want to", "i would like to")
	wrongly = patterns("logged wrong", "logged wrongly", "logget forkert", "noteret forkert", "registreret forkert", "skrevet forkert")
	wasThis = patterns("it was", "det var", "should be", "skulle være", "det er")
	notThat = patterns("not", "ikke", "instead of", "i stedet for", "og ikke", "and not")
	denials = patterns("ikke", "ingen", "intet", "not", "no", "nothing")
)

// opening is the first token behind polite words and a mention.
func opening(tokens []token) int {
	i := 0
	for i < len(tokens) {
		n := longestAt(openers, tokens, i)
		if n == 0 && tokens[i].text == "@" {
			n = min(2, len(tokens)-i)
		}
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

// ordered is the command that the sentence begins with; n is 0 where it begins with none. In any other place
// "slet", "ret" or "change" belongs to what is told of the company: "slet ikke interesseret", "ret travle".
func ordered(tokens []token) (intent Intent, i, n int) {
	i = opening(tokens)
	for _, verb := range []struct {
		says   []pattern
		intent Intent
	}{{deleteVerbs, DeleteVisit}, {cancelVerbs, CancelVisit}, {updateVerbs, UpdateVisit}} {
		if n = longestAt(verb.says, tokens, i); n > 0 && longestAt(denials, tokens, i+n) == 0 {
			return verb.intent, i, n
		}
	}
	return "", 0, 0
}

// intent decides from the verbs whether the sentence corrects or removes a contact; planning may also follow
// from the date and is settled by whoever knows it.
func (r *reader) intent() {
	r.out.Intent = LogVisit
	intent, i, n := ordered(r.tokens)
	switch {
	case n > 0 && r.hasObject(i+n):
		r.out.Intent = intent
		r.set(0, i+n, taken)
		r.number(i + n)
		r.target()
	case r.saysWrong():
		r.out.Intent = UpdateVisit
		r.target()
	default:
		r.plans()
	}
}

func (r *reader) plans() {
	first := opening(r.tokens)
	if n := longestAt(planFirst, r.tokens, first); n > 0 {
		r.out.Intent = PlanVisit
		r.set(0, first+n, taken)
		return
	}
	for i := range r.tokens {
		if n := longestAt(planVerbs, r.tokens, i); n > 0 && longestAt(visitNouns, r.tokens, i+n) > 0 {
			r.out.Intent = PlanVisit
			return
		}
	}
}

// determiners may stand between the verb and what it is done to.
var determiners = patterns("det", "den", "dette", "mit", "min", "mine", "the", "this", "that", "my", "vores", "our", "på", "i")

// hasObject reports whether what follows the verb can be a contact: its number or noun, "my last", a company, or
// nothing at all. "fjern reklamer hos …" has none.
func (r *reader) hasObject(i int) bool {
	for i < len(r.tokens) && longestAt(determiners, r.tokens, i) > 0 {
		i++
	}
	if i >= len(r.tokens) || r.tokens[i].text == "#" || longestAt(visitNouns, r.tokens, i) > 0 || longestAt(lastWords, r.tokens, i) > 0 {
		return true
	}
	t := r.tokens[i]
	if t.key == "nr" || t.key == "no" || t.key == "til" || t.key == "to" || t.capital() || isCount(t.key) {
		return true
	}
	numbers := register.ScanNumbers(r.text[t.start:])
	return len(numbers) > 0 && numbers[0].Start == 0 || r.shortName(i) || r.longestKnown(i) > 0
}

// shortName reports whether the rest of the sentence is no more than a name may be.
func (r *reader) shortName(i int) bool {
	const most = 4
	rest := r.tokens[i:]
	for k, t := range rest {
		if !t.isWord() || fillers[t.key] || isVocabulary(rest, k) {
			return false
		}
	}
	return len(rest) <= most
}

// isCount reports digits, or two numbers with a dash.
func isCount(key string) bool {
	return key != "" && strings.Trim(key, "0123456789-") == "" && key[0] != '-'
}

// saysWrong reads "Visit logged wrong, it was A not B": nothing but the contact is named before.
func (r *reader) saysWrong() bool {
	i, n := find(wrongly, r.tokens)
	for k := 0; k < i && n > 0; k++ {
		t := r.tokens[k]
		if t.isWord() && !fillers[t.key] && longestAt(visitNouns, r.tokens, k) == 0 && longestAt(lastWords, r.tokens, k) == 0 && longestAt(determiners, r.tokens, k) == 0 {
			return false
		}
	}
	if n > 0 {
		r.set(0, i+n, taken)
		return true
	}
	was := longestAt(wasThis, r.tokens, 0)
	not, m := find(notThat, r.tokens)
	return was > 0 && m > 0 && not > was && r.isName(was, not) && not+m < len(r.tokens) && r.isName(not+m, min(len(r.tokens), not+m+1))
}

// isName reports whether the tokens can be a company's name: known, or begun with a capital.
func (r *reader) isName(from, to int) bool {
	return r.tokens[from].capital() || r.longestKnown(from) > 0 && from < to
}

// number reads the contact's number behind the verb: "edit 12", "slet besøg nr. 12", "ret #12". Digits too many
// for any contact count as well: they must not fall back on the latest contact.
func (r *reader) number(from int) {
	for i := from; i < len(r.tokens) && i < from+5; i++ {
		t := r.tokens[i]
		if isCount(t.key) && !companyShape(t.key) {
			first, _, several := strings.Cut(t.key, "-")
			r.out.ID = contactID(first)
			r.out.MoreIDs = several || r.moreIDs(i+1)
			r.set(from, i-from+1, taken)
			return
		}
		if t.text != "#" && t.text != "." && t.key != "nr" && t.key != "no" && longestAt(visitNouns, r.tokens, i) == 0 {
			return
		}
	}
}

// contactID is the number; the largest there is for digits beyond it.
func contactID(digits string) int64 {
	id, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		return math.MaxInt64
	}
	return id
}

func companyShape(digits string) bool { return len(digits) == 8 || register.ValidPNumber(digits) }

// moreIDs reports whether the number of another contact follows: "delete 55 56", "slet 55 og 56". A number with a
// word behind it counts something else.
func (r *reader) moreIDs(i int) bool {
	for i < len(r.tokens) && (!r.tokens[i].isWord() || coordinators[r.tokens[i].key] || r.tokens[i].key == "nr") {
		i++
	}
	if i >= len(r.tokens) || !isCount(r.tokens[i].key) || companyShape(r.tokens[i].key) {
		return false
	}
	next := i + 1
	if next < len(r.tokens) && !r.tokens[next].isWord() {
		closely := next+1 < len(r.tokens) && r.tokens[next+1].start == r.tokens[next].end // "2,5 timer"
		return r.tokens[next].ends() && !closely
	}
	return next == len(r.tokens) || coordinators[r.tokens[next].key] || isCount(r.tokens[next].key) || longestAt(openers, r.tokens, next) > 0
}
