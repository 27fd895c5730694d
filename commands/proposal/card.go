package proposal

import (
	"strings"

	"samspil/internal/cards"
	"samspil/internal/text"
)

// quoted is words of the document with their place: the page, and the file where there are several.
func quoted(lang text.Lang, files []cards.Part, words string, page int) string {
	in := page
	for _, f := range files {
		if in <= f.Pages {
			name := oneLine(f.Name)
			if name == "" {
				name = textPasted.In(lang)
			}
			return textQuoteIn.In(lang, words, text.Cut(name, nameRunes), in)
		}
		in -= f.Pages
	}
	return textQuote.In(lang, words, page)
}

// nameRunes is how much of a file's name stands at a quote.
const nameRunes = 60

// oneLine puts hostile words on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
