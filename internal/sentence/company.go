package sentence

import (
	"strings"

	"samspil/internal/register"
)

// maxNameWords is the longest company name, in words, that is looked for in the middle of a sentence.
const maxNameWords = 8

// placeWords stand before a company's name.
var placeWords = patterns("hos", "ved", "at", "til", "ude hos", "med", "with", "to", "i", "på", "besøgte", "besøgt", "visited", "haft", "mødte", "mødt", "met", "kontaktet", "ringet til", "ringede til", "talt med", "fra", "from", "besøg hos", "visit at", "called")

// companyKnown takes the longest run of words that is exactly the name of a company, tried where a name may
// begin: at the start of the sentence and behind words such as "hos".
func (r *reader) companyKnown() {
	if r.known == nil || len(r.out.Numbers) > 0 {
		return
	}
	for _, i := range r.nameStarts() {
		limit := min(maxNameWords, r.run(i))
		for n := limit; n > 0; n-- {
			if n == 1 && isVocabulary(r.tokens, i) {
				continue // "Telefon ApS" may well exist
			}
			if !r.tokens[i+n-1].isWord() && r.tokens[i+n-1].text != "." {
				continue
			}
			if name := r.words(i, n); r.known(name) {
				r.out.Company = name
				r.set(i, n, taken)
				return
			}
		}
	}
}

// nameStarts lists the tokens where a company's name may begin, likeliest first.
func (r *reader) nameStarts() []int {
	var starts []int
	for i := range r.tokens {
		if i > 0 && longestAt(placeWords, r.tokens, i-1) > 0 && r.tokens[i].isWord() && r.marks[i] == open {
			starts = append(starts, i)
		}
	}
	for i := range r.tokens {
		if r.nameCanStart(i) {
			starts = append(starts, i)
			break
		}
	}
	if len(starts) > 6 {
		starts = starts[:6]
	}
	return starts
}

// nameCanStart reports whether token i is the first that could be a name: no filler, verb or anything understood.
func (r *reader) nameCanStart(i int) bool {
	t := r.tokens[i]
	return t.isWord() && r.marks[i] == open && !fillers[t.key] && strings.Trim(t.key, "0123456789") != "" && longestAt(pastVerbs, r.tokens, i) == 0 && longestAt(futureVerbs, r.tokens, i) == 0
}

// companyByForm takes the capitalised words before a legal form: "besøg Sorø Struktør A/S d. 20.".
func (r *reader) companyByForm() {
	if r.out.Company != "" || len(r.out.Numbers) > 0 {
		return
	}
	for end, t := range r.tokens {
		if register.LegalForm(t.text) == "" || r.marks[end] != open {
			continue
		}
		from := end
		for from > 0 && r.marks[from-1] == open && r.partOfName(from-1) {
			from--
		}
		for from < end && (!r.tokens[from].isWord() || joins[r.tokens[from].key]) {
			from++
		}
		if from < end {
			r.out.Company = r.words(from, end-from+1)
			r.set(from, end-from+1, taken)
			return
		}
	}
}

// partOfName reports whether token i can stand inside a name that is written with capitals.
func (r *reader) partOfName(i int) bool {
	t := r.tokens[i]
	return t.text == "&" || t.text == "+" || joins[t.key] || t.isWord() && t.capital() && longestAt(pastVerbs, r.tokens, i) == 0
}

// run is how many tokens from i belong to one clause and are still open.
func (r *reader) run(i int) int {
	n := 0
	for i+n < len(r.tokens) && r.marks[i+n] == open && (!r.tokens[i+n].ends() || r.tokens[i+n].text == ".") {
		n++
	}
	return n
}

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

// personOrCompany mends "har talt med Nordfalster Tømrer": where no other company is named, or none with a capital
// letter, whom one talked with is the company.
func (r *reader) personOrCompany() {
	name := tokenize(r.out.ContactName)
	if len(name) == 0 || r.out.ContactMail+r.out.ContactTel != "" || !r.named {
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
	for length := min(maxNameWords, r.run(from)); length > 1; length-- {
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
