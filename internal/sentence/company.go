package sentence

import (
	"strings"

	"samspil/internal/register"
)

const (
	// maxNameWords is the longest company name, in words, that is looked for in the middle of a sentence.
	maxNameWords = 8
	// maxLookups bounds how often one sentence asks the register.
	maxLookups = 160
)

// placeWords stand before a company's name.
var placeWords = patterns("hos", "ved", "at", "til", "ude hos", "med", "with", "to", "i", "på", "besøgte", "besøgt", "visited", "haft", "mødte", "mødt", "met", "kontaktet", "ringet til", "ringede til", "talt med", "fra", "from", "besøg hos", "visit at", "called", "af", "by", "for")

// surePlaces are those that little but the company of a contact follows.
var surePlaces = patterns("hos", "ude hos", "besøgte", "besøgt", "visited", "kontaktet", "at", "ringet til", "ringede til", "besøg hos", "visit at")

// knownNames finds every run of words that is exactly the name of a company in the register, and marks it.
func (r *reader) knownNames() (list []mention) {
	first := r.firstName()
	for i := 0; i < len(r.tokens) && r.known != nil; i++ {
		if i != first && !r.mayBegin(i) {
			continue
		}
		if n := r.longestKnown(i); n > 0 {
			list = append(list, r.named(i, n))
			i += n - 1
		}
	}
	return list
}

// named makes a mention of the words and marks them.
func (r *reader) named(i, n int) mention {
	r.set(i, n, taken)
	words := r.words(i, n)
	return mention{i: i, n: n, words: words, key: register.Fold(words)}
}

// longestKnown is how many words from i are the name of a company in the register; 0 when none are.
func (r *reader) longestKnown(i int) int {
	if r.known == nil {
		return 0
	}
	for n := r.run(i); n > 0 && r.lookups < maxLookups; n-- {
		last := r.tokens[i+n-1]
		if n == 1 && (isVocabulary(r.tokens, i) || fillers[last.key]) || !last.isWord() && last.text != "." {
			continue // "Telefon ApS" may well exist
		}
		r.lookups++
		if r.known(r.words(i, n)) {
			return n
		}
	}
	return 0
}

// mayBegin reports whether a company's name may begin at token i: with a capital, at the start, behind words such as
// "hos" and "og", or where something not understood begins.
func (r *reader) mayBegin(i int) bool {
	t := r.tokens[i]
	if !t.isWord() || r.marks[i] != open || strings.Trim(t.key, "0123456789") == "" {
		return false
	}
	if i == 0 || t.capital() || longestAt(placeWords, r.tokens, i-1) > 0 || coordinators[r.tokens[i-1].key] || r.tokens[i-1].text == "&" {
		return true
	}
	return r.plain(i) && !r.plain(i-1)
}

// firstName is the first token that could be a name.
func (r *reader) firstName() int {
	for i := range r.tokens {
		if r.nameCanStart(i) {
			return i
		}
	}
	return -1
}

// nameCanStart reports whether token i is the first that could be a name: no filler, verb or anything understood.
func (r *reader) nameCanStart(i int) bool {
	t := r.tokens[i]
	return t.isWord() && r.marks[i] == open && !fillers[t.key] && strings.Trim(t.key, "0123456789") != "" && longestAt(pastVerbs, r.tokens, i) == 0 && longestAt(futureVerbs, r.tokens, i) == 0
}

// formNames finds the capitalised words before a legal form: "besøg Sorø Struktør A/S d. 20.".
func (r *reader) formNames() (list []mention) {
	for end, t := range r.tokens {
		if r.marks[end] != open || register.LegalForm(t.text) == "" {
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
			list = append(list, r.named(from, end-from+1))
		}
	}
	return list
}

// partOfName reports whether token i can stand inside a name that is written with capitals.
func (r *reader) partOfName(i int) bool {
	t := r.tokens[i]
	return t.text == "&" || t.text == "+" || joins[t.key] || t.isWord() && t.capital() && longestAt(pastVerbs, r.tokens, i) == 0
}

// run is how many tokens from i belong to one clause and are still open, at most maxNameWords.
func (r *reader) run(i int) int {
	n := 0
	for n < maxNameWords && i+n < len(r.tokens) && r.marks[i+n] == open && (!r.tokens[i+n].ends() || r.tokens[i+n].text == ".") {
		n++
	}
	return n
}
