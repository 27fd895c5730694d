package sentence

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// A pattern is one or more words: "i røret". A word may end in "~", for Danish and English inflections of a
// noun or verb ("smed~" is smed, smeden, smede, smedene), or in "*", for any ending ("opkvalificer*"), or begin with
// one, for any beginning ("*frist"). A word that begins with "=" must be typed with its own letters: "=ansætte" is not "ansatte".
type pattern []string

func patterns(list ...string) []pattern {
	made := make([]pattern, len(list))
	for i, words := range list {
		for _, word := range strings.Fields(words) {
			if word[0] != '=' {
				word = key(word)
			}
			made[i] = append(made[i], word)
		}
	}
	return made
}

// inflections are the endings "~" allows, folded.
var inflections = map[string]bool{"": true, "e": true, "en": true, "et": true, "er": true, "erne": true, "ene": true,
	"ne": true, "s": true, "ens": true, "ets": true, "ernes": true, "n": true, "r": true, "t": true, "te": true,
	"es": true, "ed": true, "ing": true, "ere": true, "eren": true, "erens": true, "de": true, "'er": true, "'ere": true, "ede": true, "ernes'": true}

var spelledOut = strings.NewReplacer("æ", "ae", "ø", "oe", "å", "aa")

func wordMatches(pattern string, t token) bool {
	key := t.key
	switch {
	case pattern[0] == '=':
		typed := strings.ToLower(norm.NFC.String(t.text))
		return typed == pattern[1:] || typed == spelledOut.Replace(pattern[1:])
	case pattern[0] == '*':
		return strings.HasSuffix(key, pattern[1:])
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
	if i < 0 || i+len(p) > len(tokens) {
		return 0
	}
	for n, word := range p {
		if !tokens[i+n].isWord() || !wordMatches(word, tokens[i+n]) {
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
