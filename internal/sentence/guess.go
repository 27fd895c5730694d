package sentence

import (
	"strings"

	"samspil/internal/register"
)

// companyGuess takes the first run of words that could be a company's name when neither a number nor a known
// name was found: a name that the register writes differently, or a company nobody has met yet.
func (r *reader) companyGuess() {
	if r.out.Company != "" {
		return
	}
	if len(r.out.Numbers) > 0 {
		r.nameBesideNumber()
		return
	}
	defer r.personOrCompany()
	for _, i := range r.nameStarts() {
		if fillers[r.tokens[i].key] || longestAt(pastVerbs, r.tokens, i) > 0 || isVocabulary(r.tokens, i) && !r.tokens[i].capital() {
			continue
		}
		if n := r.nameLength(i); n > 0 {
			r.out.Company = strings.TrimRight(r.words(i, n), " &+-")
			r.set(i, n, taken)
			return
		}
	}
}

// nameStarts lists the tokens where a company's name may begin, likeliest first: behind "hos" and its like, where
// the sentence begins to name something, and behind any other word of place.
func (r *reader) nameStarts() []int {
	const most = 8
	var starts []int
	behind := func(list []pattern) {
		for i := range r.tokens {
			if len(starts) < most && longestAt(list, r.tokens, i-1) > 0 && r.tokens[i].isWord() && r.marks[i] == open {
				starts = append(starts, i)
			}
		}
	}
	behind(surePlaces)
	if i := r.firstName(); i >= 0 {
		starts = append(starts, i)
	}
	behind(placeWords)
	return starts
}

// personOrCompany mends "har talt med Nordfalster Tømrer": where no other company is named, or none with a capital
// letter, whom one talked with is the company.
func (r *reader) personOrCompany() {
	name := tokenize(r.out.ContactName)
	if len(name) == 0 || r.out.ContactMail+r.out.ContactTel != "" || !r.talkedWith {
		return
	}
	guess := tokenize(r.out.Company)
	if len(guess) > 0 && (guess[0].capital() || !name[0].capital()) {
		return
	}
	r.out.Company, r.out.ContactName = r.out.ContactName, ""
}

// nameBesideNumber takes a name with a legal form right behind a number: "99020009 Nyt Firma ApS".
func (r *reader) nameBesideNumber() {
	number := r.out.Numbers[0]
	i, n := r.span(number.Start, number.End)
	from := i + n
	for length := r.run(from); length > 1; length-- {
		if register.LegalForm(r.tokens[from+length-1].text) != "" {
			r.out.Company = r.words(from, length)
			r.set(from, length, taken)
			return
		}
	}
}

// joins are words that stand inside company names between two other words.
var joins = wordSet("og and of af for the i")

// nameLength is how many tokens from i make up the name: up to the next thing understood, the end of the clause,
// or a word that begins a new thought.
func (r *reader) nameLength(i int) int {
	n := 0
	for i+n < len(r.tokens) && n < maxNameWords {
		k := i + n
		t := r.tokens[k]
		inside := n > 0 && k+1 < len(r.tokens) && r.marks[k+1] == open && r.tokens[k+1].isWord() && r.tokens[k+1].capital()
		switch {
		case r.marks[k] != open || t.ends():
			return n
		case !t.isWord() && t.text != "&" && t.text != "+" && t.text != "-":
			return n
		case joins[t.key] && inside:
		case fillers[t.key] || longestAt(needWords, r.tokens, k) > 0:
			return n
		}
		n++
	}
	return n
}
