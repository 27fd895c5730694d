package summary

import (
	"samspil/internal/privacy"
	"samspil/internal/text"
)

// Warning is something that a reader of the card should know, with the words that caused it.
type Warning struct {
	Say   func(text.Lang) string // the sentence
	Quote string
	Page  int // 0 where no page is meant
}

// warning makes one of a text; amounts among its arguments are written in the reader's language.
func warning(quote string, page int, t text.Text, args ...any) Warning {
	return Warning{Quote: quote, Page: page, Say: func(lang text.Lang) string {
		written := make([]any, len(args))
		for i, a := range args {
			if m, ok := a.(Amount); ok {
				a = m.In(lang)
			}
			written[i] = a
		}
		return t.In(lang, written...)
	}}
}

// commands to whoever reads: they are no part of a proposal, and nothing obeys them here.
var instructions = []string{"se bort fra", "ignorer alle", "ignorer tidligere", "ignorér", "glem alle", "glem tidligere", "sprogmodel, der læser", "sprogmodellen skal",
	"du er nu", "systemprompt", "system prompt", "ignore previous", "ignore all", "ignore the above", "disregard", "you are now", "new instructions",
	"as an ai", "language model", "sprogmodel", "til ai", "kære ai", "dear ai", "<!channel>", "<!here>", "<!everyone>", "assistant:", "override", "chatgpt",
	"do not follow", "følg i stedet", "forget everything", "forget all", "tidligere instruktioner", "previous instructions"}

// instructs reports whether a sentence reads like an order to a program.
func instructs(low string) bool { return has(low, instructions...) }

func (d *document) warnings(c Card) []Warning {
	var list []Warning
	list = append(list, d.contradictions(c)...)
	list = append(list, d.instructed()...)
	masked := 0
	for at, end := find(d.text, privacy.Masked, 0); at >= 0; at, end = find(d.text, privacy.Masked, end) {
		masked++
	}
	if masked > 0 {
		list = append(list, warning("", 0, warnCPR, masked))
	}
	if len(d.low) > 0 && letters(d.low) < 40 {
		list = append(list, warning("", 0, warnEmpty))
	}
	return list
}

// instructed is one warning of all passages that instruct, with the first of them: there may be hundreds.
func (d *document) instructed() []Warning {
	var first span
	n := 0
	for _, s := range d.sents {
		if instructs(d.low[s.from:s.to]) {
			if n++; n == 1 {
				first = s
			}
		}
	}
	if n == 0 {
		return nil
	}
	quote, page := d.quote(span{first.from, min(first.to, first.from+90)}, span{first.from, first.from + 1})
	return []Warning{{Quote: quote, Page: page, Say: func(lang text.Lang) string { return warnInstruction.In(lang, n, page) }}}
}

// contradictions are amounts that the document calls by the same name and that differ.
func (d *document) contradictions(c Card) []Warning {
	var list []Warning
	for _, o := range d.rivals {
		for _, f := range []Field[Amount]{c.Applied, c.Total} {
			says := warnApplied
			if f.Role == RoleTotal {
				says = warnTotal
			}
			if f.Stated() && o.Role == f.Role {
				list = append(list, warning(o.Quote, o.Page, says, f.Value, f.Page, o.Value, o.Page))
			}
		}
	}
	if c.Applied.Stated() && c.Total.Stated() && c.Applied.Value.Minor > c.Total.Value.Minor {
		list = append(list, warning(c.Applied.Quote, c.Applied.Page, warnMore, c.Applied.Value, c.Total.Value))
	}
	return list
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if r > ' ' {
			n++
		}
	}
	return n
}

func (c Card) warningsJSON(lang text.Lang) List[string] {
	var list List[string]
	for _, w := range c.Warnings {
		list = append(list, Field[string]{Value: w.Say(lang), Quote: w.Quote, Page: w.Page, Confidence: 1})
	}
	return list
}
