package privacy

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Kind is a kind of sensitive data: GDPR articles 9 and 10.
type Kind int

// The kinds. Pregnancy counts as health.
const (
	Health Kind = iota + 1
	Union
	Crime
)

// Warning is a word, or a few, that tell something sensitive, with their byte offsets in the text.
type Warning struct {
	Kind       Kind
	Word       string // as written
	Start, End int
}

// Warnings finds the words of illness, union membership or crime, in order, in time linear in the length of s.
// Words that only name a matter of work, a building or an organisation give none: see harmless.
func Warnings(s string) []Warning {
	tokens := tokensOf(s)
	var found []Warning
	for i := 0; i < len(tokens); {
		if n := longest(harmless, tokens[i:]); n > 0 {
			i += n
			continue
		}
		n, kind := sensitiveAt(tokens[i:])
		if n > 0 {
			start, end := tokens[i].start, tokens[i+n-1].end
			found = append(found, Warning{kind, s[start:end], start, end})
		}
		i += max(n, 1)
	}
	return found
}

// Kinds lists the different kinds among the warnings, in order.
func Kinds(list []Warning) []Kind {
	var kinds []Kind
	for _, w := range list {
		if !slices.Contains(kinds, w.Kind) {
			kinds = append(kinds, w.Kind)
		}
	}
	slices.Sort(kinds)
	return kinds
}

// sensitiveAt is the longest sensitive phrase the tokens begin with: how many tokens, and of which kind.
func sensitiveAt(tokens []token) (n int, kind Kind) {
	for k, list := range sensitive {
		if m := longest(list, tokens); m > n || m == n && m > 0 && k < kind {
			n, kind = m, k
		}
	}
	return n, kind
}

// longest is how many tokens the longest of the phrases takes that the tokens begin with; 0 for none.
func longest(phrases []phrase, tokens []token) (n int) {
	for _, p := range phrases {
		if len(p) > n && p.begins(tokens) {
			n = len(p)
		}
	}
	return n
}

// token is a word of the text, in lower case and without invisible characters, with its byte offsets.
type token struct {
	word       string
	start, end int
}

// tokensOf cuts at everything but letters, digits and the hyphen or apostrophe inside a word ("3F'er").
func tokensOf(s string) []token {
	var list []token
	start := -1
	cut := func(end int) {
		if start >= 0 {
			list = append(list, newToken(s, start, end))
			start = -1
		}
	}
	for i, r := range s {
		switch inside := unicode.In(r, unicode.L, unicode.N, unicode.M); {
		case inside && start < 0:
			start = i
		case !inside && !strings.ContainsRune(inner, r) && !unicode.Is(unicode.Cf, r):
			cut(i)
		}
	}
	cut(len(s))
	return list
}

// inner are the signs that may stand inside a word.
const inner = "-'’"

func newToken(s string, start, end int) token {
	end = start + len(strings.TrimRight(s[start:end], inner))
	plain := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		if r == '’' {
			return '\''
		}
		return unicode.ToLower(r)
	}, norm.NFC.String(s[start:end]))
	return token{plain, start, end}
}
