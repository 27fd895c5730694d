package sentence

import (
	"strconv"
	"strings"
)

var (
	deleteVerbs = patterns("slet", "slette", "fjern", "delete", "remove")
	cancelVerbs = patterns("aflys", "aflyse", "aflyst", "cancel", "cancelled", "call off")
	updateVerbs = patterns("ret", "rette", "rediger", "ændr", "ændre", "edit", "change", "correct", "update", "opdater", "flyt", "flytte", "move", "reschedule", "logged wrong", "forkert")
	visitNouns  = patterns("besøg~", "besøget", "visit~", "kontakt~", "contact~", "møde~", "mødet", "meeting~", "opkald~", "call")
	lastWords   = patterns("sidste", "seneste", "last", "latest", "most recent")
	planVerbs   = patterns("planlæg", "planlægger", "planlagt", "book", "booker", "schedule", "aftalt besøg")
	planFirst   = patterns("plan", "plan a") // elsewhere "plan" is a noun: "growth plan"
)

// intent decides from the verbs whether the sentence corrects or removes a contact; planning may also follow
// from the date and is settled by whoever knows it.
func (r *reader) intent() {
	r.out.Intent = LogVisit
	i, n := find(planVerbs, r.tokens)
	if n == 0 {
		n = longestAt(planFirst, r.tokens, 0)
	}
	if n > 0 {
		r.out.Intent = PlanVisit
		r.set(i, n, taken)
		return
	}
	_, noun := find(visitNouns, r.tokens)
	for _, verb := range []struct {
		says   []pattern
		intent Intent
	}{{deleteVerbs, DeleteVisit}, {cancelVerbs, CancelVisit}, {updateVerbs, UpdateVisit}} {
		i, n := find(verb.says, r.tokens)
		if n == 0 || noun == 0 && i > 0 {
			continue
		}
		r.out.Intent = verb.intent
		r.set(i, n, taken)
		r.number(i + n)
		r.target()
		return
	}
}

// number reads the contact's number behind the verb: "edit 12", "slet besøg nr. 12", "ret #12".
func (r *reader) number(from int) {
	for i := from; i < len(r.tokens) && i < from+5; i++ {
		t := r.tokens[i]
		if id, err := strconv.ParseInt(t.key, 10, 64); err == nil && len(t.key) <= 7 {
			r.out.ID = id
			r.set(from, i-from+1, taken)
			return
		}
		if t.text != "#" && t.text != "." && t.key != "nr" && t.key != "no" && longestAt(visitNouns, r.tokens, i) == 0 {
			return
		}
	}
}

// target reads which contact is meant: the last one, or a correction of the form "it was A, not B".
func (r *reader) target() {
	if i, n := find(lastWords, r.tokens); n > 0 {
		r.out.Last = true
		r.set(i, n, taken)
		r.drop("by me", "i wrote", "jeg skrev", "jeg lavede", "jeg loggede", "jeg har skrevet", "i logged", "i made", "mit", "min", "my")
	}
	if r.out.Intent == UpdateVisit {
		r.drop("og tilføj", "tilføj", "and add", "add", "som kontakt", "som kontaktperson", "as contact", "as contact person", "set", "sæt")
		r.correction()
	}
}

func (r *reader) drop(list ...string) {
	for i := range r.tokens {
		if n := longestAt(patterns(list...), r.tokens, i); n > 0 {
			r.set(i, n, taken)
		}
	}
}

// correction reads "it was Køge Kran not Køge Korn" and "det var Køge Kran, ikke Køge Korn".
func (r *reader) correction() {
	was, n := find(patterns("it was", "det var", "should be", "skulle være", "det er"), r.tokens)
	if n == 0 {
		return
	}
	from := was + n
	not, m := find(patterns("not", "ikke", "instead of", "i stedet for", "og ikke", "and not"), r.tokens[from:])
	if m == 0 || not == 0 {
		return
	}
	not += from
	wrong := not + m
	end := wrong
	for end < len(r.tokens) && !r.tokens[end].ends() {
		end++
	}
	r.out.CompanyTo = strings.Trim(r.words(from, not-from), " ,")
	if end > wrong {
		r.out.CompanyFrom = r.words(wrong, end-wrong)
	}
	r.set(was, end-was, taken)
	r.drop("pls", "please", "pls change", "please change", "change", "ret det", "tak", "visit", "logged", "wrong")
}
