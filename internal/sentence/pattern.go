package sentence

import (
	"slices"
	"strings"
)

// A pattern is one or more words: "i røret". A word may end in "~", for Danish and English inflections of a
// noun or verb ("smed~" is smed, smeden, smede, smedene), or in "*", for any ending ("opkvalificer*").
type pattern []string

func patterns(list ...string) []pattern {
	made := make([]pattern, len(list))
	for i, words := range list {
		made[i] = strings.Fields(key(words))
	}
	return made
}

// inflections are the endings "~" allows, folded.
var inflections = map[string]bool{"": true, "e": true, "en": true, "et": true, "er": true, "erne": true, "ene": true,
	"ne": true, "s": true, "ens": true, "ets": true, "ernes": true, "n": true, "r": true, "t": true, "te": true,
	"es": true, "ed": true, "ing": true, "ere": true, "eren": true, "erens": true, "de": true, "'er": true, "'ere": true, "ede": true, "ernes'": true}

func wordMatches(pattern, key string) bool {
	switch {
	case strings.HasSuffix(pattern, "*"):
		return strings.HasPrefix(key, pattern[:len(pattern)-1])
	case strings.HasSuffix(pattern, "~"):
		rest, ok := strings.CutPrefix(key, pattern[:len(pattern)-1])
		return ok && inflections[rest]
	}
	return pattern == key
}

// at reports how many tokens from i the pattern covers, 0 when it does not match there.
func (p pattern) at(tokens []token, i int) int {
	if i+len(p) > len(tokens) {
		return 0
	}
	for n, word := range p {
		if !tokens[i+n].isWord() || !wordMatches(word, tokens[i+n].key) {
			return 0
		}
	}
	return len(p)
}

// longestAt is the most tokens any of the patterns covers from i.
func longestAt(list []pattern, tokens []token, i int) int {
	longest := 0
	for _, p := range list {
		longest = max(longest, p.at(tokens, i))
	}
	return longest
}

// find gives the first place where any of the patterns matches: the first token and how many; n is 0 when none.
func find(list []pattern, tokens []token) (i, n int) {
	for i := range tokens {
		if n := longestAt(list, tokens, i); n > 0 {
			return i, n
		}
	}
	return 0, 0
}

// entry is a code of the vocabulary with the ways of saying it.
type entry struct {
	code string
	says []pattern
}

func says(code string, list ...string) entry { return entry{code, patterns(list...)} }

// hit is an entry found at tokens [i, i+n).
type hit struct {
	code string
	i, n int
}

// hits finds the entries that occur in the sentence, in order; where several match at a place the longest wins,
// and of equally long ones the first listed.
func hits(list []entry, tokens []token) []hit {
	var found []hit
	for i := 0; i < len(tokens); i++ {
		best := hit{}
		for _, e := range list {
			if n := longestAt(e.says, tokens, i); n > best.n {
				best = hit{e.code, i, n}
			}
		}
		if best.n > 0 {
			found = append(found, best)
			i += best.n - 1
		}
	}
	return found
}

func codes(found []hit) []string {
	var list []string
	for _, h := range found {
		if !slices.Contains(list, h.code) {
			list = append(list, h.code)
		}
	}
	return list
}
