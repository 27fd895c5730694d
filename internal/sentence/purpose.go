package sentence

import (
	"strings"

	"samspil/internal/crm"
)

// Purposes finds the purposes that the words name, each once, and gives what is left of the words.
func Purposes(words string) (found []crm.Purpose, rest string) {
	r := &reader{text: words, tokens: tokenize(words)}
	var left strings.Builder
	from := 0
	for _, h := range r.purposeHits() {
		r.purpose(crm.Purpose(h.code))
		left.WriteString(words[from:r.tokens[h.i].start])
		from = r.tokens[h.i+h.n-1].end
	}
	left.WriteString(words[from:])
	return r.out.Purposes, left.String()
}
