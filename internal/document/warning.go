package document

import (
	"strings"

	"samspil/internal/text"
)

// Concern is what a Warning is about.
type Concern string

// The concerns.
const (
	Hidden      Concern = "hidden"      // text that a reader of the file does not see; it is left out
	Instruction Concern = "instruction" // words that tell a machine what to do; they stay where they can be seen
	Recognised  Concern = "recognised"  // a scanned page whose words a program has read off the picture
	Picture     Concern = "picture"     // pages that are pictures without text
	Broken      Concern = "broken"      // pages that could not be read
	Unchecked   Concern = "unchecked"   // pages that are too complicated to be searched for hidden text
	Attachment  Concern = "attachment"  // a file within the file, which is not opened
	Deleted     Concern = "deleted"     // tracked deletions, which are left out
	Cut         Concern = "cut"         // the text is too long and was cut
)

// Warning is something people should know before they trust the text. Passage is of the file and as hostile as it.
type Warning struct {
	Concern Concern `json:"concern"`
	Pages   []int   `json:"pages,omitempty"`   // of a PDF, ascending
	Passage string  `json:"passage,omitempty"` // at most passageRunes, in one line, masked
}

// mostWarnings of one concern are kept, those that come first.
const mostWarnings = 10

// passageRunes is how much of a passage a warning holds.
const passageRunes = 160

// In is the warning as a sentence.
func (w Warning) In(lang text.Lang) string {
	s := concerns[w.Concern].In(lang)
	if len(w.Pages) > 0 {
		s += " " + onPages(lang, w.Pages)
	}
	if w.Passage != "" {
		return s + ": " + quoted.In(lang, w.Passage)
	}
	return s + "."
}

// onPages is "(page 3)" or "(pages 3, 4, 7 …)".
func onPages(lang text.Lang, pages []int) string {
	const most = 8
	var list []string
	for _, p := range pages[:min(len(pages), most)] {
		list = append(list, text.Number(lang, p))
	}
	if len(pages) > most {
		list = append(list, "…")
	}
	if len(pages) == 1 {
		return "(" + onPage.In(lang, list[0]) + ")"
	}
	return "(" + onThePages.In(lang, strings.Join(list, ", ")) + ")"
}

// warnings collects warnings, each passage once.
type warnings struct {
	list []Warning
	seen map[string]bool
}

// add notes a passage; pages are 0 for what has no pages.
func (ws *warnings) add(c Concern, page int, passage string) {
	passage = shortened(oneLine(passage), passageRunes)
	key := string(c) + "\x00" + passage
	n := 0
	for i := range ws.list {
		if w := &ws.list[i]; w.Concern == c {
			if n++; w.Passage == passage && page > 0 && w.Pages[len(w.Pages)-1] != page {
				w.Pages = append(w.Pages, page)
			}
		}
	}
	if ws.seen[key] || n >= mostWarnings {
		return
	}
	if ws.seen == nil {
		ws.seen = map[string]bool{}
	}
	ws.seen[key] = true
	w := Warning{Concern: c, Passage: passage}
	if page > 0 {
		w.Pages = []int{page}
	}
	ws.list = append(ws.list, w)
}

// oneLine puts a space for every row of spaces and line ends.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// shortened cuts at a whole character.
func shortened(s string, runes int) string {
	for i := range s {
		if runes == 0 {
			return strings.TrimSpace(s[:i]) + "…"
		}
		runes--
	}
	return s
}
