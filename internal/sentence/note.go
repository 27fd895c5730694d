package sentence

import (
	"regexp"
	"strings"
	"unicode"
)

// spaces are left where an address was taken out.
var spaces = regexp.MustCompile(` {2,}`)

// note is everything that was not understood, in the writer's words and order. Words understood only in part
// (purposes, trade, headcount) stay in when their clause says more than they do.
func (r *reader) note() string {
	var kept [][2]int // byte ranges
	joined := false   // whether only marks stand between the last one and here
	for i := 0; i < len(r.tokens); {
		if r.marks[i] == taken {
			joined = false
			i++
			continue
		}
		if r.tokens[i].ends() {
			i++
			continue
		}
		n := r.clause(i)
		start, end := r.tokens[i].start, r.tokens[i+n-1].end
		switch says := r.saysMore(i, n); {
		case says && joined:
			kept[len(kept)-1][1] = end
		case says:
			kept = append(kept, [2]int{start, end})
			joined = true
		default:
			joined = false
		}
		i += n
	}
	words := make([]string, 0, len(kept))
	for _, k := range kept {
		words = append(words, spaces.ReplaceAllString(strings.Trim(r.text[k[0]:k[1]], " -–—:,;"), " "))
	}
	return strings.Join(words, ", ")
}

// clause is how many tokens from i stand together: up to something taken or a mark that ends a clause. A decimal
// point or the point of an abbreviation does not end one.
func (r *reader) clause(i int) int {
	n := 1
	for i+n < len(r.tokens) && r.marks[i+n] != taken && (!r.tokens[i+n].ends() || r.tokens[i+n].text == "." && i+n+1 < len(r.tokens) && r.tokens[i+n+1].start == r.tokens[i+n].end) {
		n++
	}
	return n
}

// wishful are the fillers that tell something where nothing else in their clause does: "de vil gerne have besøg igen".
var wishful = wordSet("vil gerne would like want wants igen again nu now mangler søger skal bruge brug need needs blev ud op ring dem us os also also også will")

// saysMore reports whether the clause holds a word that was not understood and is more than filling, or is made of
// fillers that say something together.
func (r *reader) saysMore(i, n int) bool {
	words, wish, understood := 0, false, false
	for k := i; k < i+n; k++ {
		t := r.tokens[k]
		switch {
		case r.marks[k] == kept:
			return true
		case r.marks[k] == soft:
			understood = true
		case !t.isWord():
			if isSymbol(t.text) {
				return true
			}
		case !fillers[t.key]:
			return true
		default:
			words++
			wish = wish || wishful[t.key]
		}
	}
	return wish && words > 1 && !understood
}

// isSymbol tells emoji and signs such as % from mere punctuation.
func isSymbol(s string) bool {
	for _, r := range s {
		if unicode.IsSymbol(r) && r > unicode.MaxASCII || r == '%' {
			return true
		}
	}
	return false
}
