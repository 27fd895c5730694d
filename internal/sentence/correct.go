package sentence

import "strings"

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
	dropped := patterns(list...)
	for i := range r.tokens {
		if n := longestAt(dropped, r.tokens, i); n > 0 {
			r.set(i, n, taken)
		}
	}
}

// correction reads "it was Køge Kran not Køge Korn" and "det var Køge Kran, ikke Køge Korn".
func (r *reader) correction() {
	was, n := find(wasThis, r.tokens)
	if n == 0 {
		return
	}
	from := was + n
	not, m := find(notThat, r.tokens[from:])
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
