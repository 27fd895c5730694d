package document

import (
	"golang.org/x/net/html"
)

func set(words ...string) map[string]bool {
	m := map[string]bool{}
	for _, w := range words {
		m[w] = true
	}
	return m
}

// What tags are.
var (
	voids   = set("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
	rawTags = set("script", "style", "noscript", "template", "title", "textarea", "svg", "iframe", "object", "select", "noframes", "noembed", "xmp")
	blocks  = set("address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure",
		"footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "nav", "ol", "p", "pre", "section",
		"summary", "details", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption", "html")
	// closers are elements that end where the next of them begins, since their end may be left out.
	closers = map[string][]string{"p": nil, "li": {"li"}, "td": {"td", "th", "tr"}, "th": {"td", "th", "tr"}, "tr": {"tr"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}}
)

func (h *page) open(t html.Token) error {
	tag := t.Data
	if h.raw != "" {
		return nil
	}
	for _, w := range h.around() {
		h.count(w, tag, 1)
	}
	if blocks[tag] {
		if err := h.flush(); err != nil {
			return err
		}
	}
	if rawTags[tag] {
		h.raw = tag
		return nil
	}
	if !voids[tag] {
		h.look(t)
	}
	switch tag {
	case "br":
		h.words("\n")
		h.breakLine()
	case "h1", "h2", "h3", "h4", "h5", "h6":
		h.heading = h.menu == nil
	case "li":
		h.item = h.menu == nil
	case "pre":
		h.pre++
	case "table":
		if len(h.tables.open) < mostDepth {
			h.begin()
		}
	case "td", "th", "tr":
		return h.openCell(tag)
	}
	return nil
}

// openCell also ends the cell and the row before, whose end tags may be left out.
func (h *page) openCell(tag string) error {
	r := h.tables.top()
	if r == nil {
		return nil
	}
	if r.begun {
		h.endCell()
	}
	if tag == "tr" {
		return h.addRow()
	}
	r.begun = true
	return nil
}

// breakLine writes the line end that words takes for a space.
func (h *page) breakLine() {
	if h.hidden == nil && h.pre == 0 {
		h.text.WriteString("\n")
	}
}
