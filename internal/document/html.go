package document

import (
	"io"
	"strings"

	"golang.org/x/net/html"
)

// readHTML makes paragraphs of a web page. It reads tags one by one and builds no tree, so that nesting costs nothing.
func readHTML(s string, limits Limits) (Document, error) {
	h := newHTML(limits)
	if err := h.read(s); err != nil {
		return Document{}, err
	}
	return h.document(HTML, h.title)
}

// page is the HTML that is being read.
type page struct {
	paragraphs
	tables
	sheet   styleSheet
	title   string
	text    strings.Builder // of the paragraph that is being read
	unseen  strings.Builder // what of it is hidden
	heading bool
	item    bool
	pre     int
	raw     string  // the element whose content is not text: script, style, title; "" for none
	hidden  *within // the element that hides what is in it; nil for none
	white   *within // the element that is white on white
	shade   *within // the element that has a background
	menu    *within // the element that leads about the site, which is left out
	menus   bool    // menus are read too
}

// within is an element that changes how its content looks, and how many of its name are open in it.
type within struct {
	tag   string
	depth int
}

func newHTML(limits Limits) *page { return &page{paragraphs: paragraphs{limits: limits}} }

// around are the elements that change how what is in them is read.
func (h *page) around() []**within { return []**within{&h.hidden, &h.white, &h.shade, &h.menu} }

// read adds what a page says to the paragraphs. A menu that never ends would take all behind it along: then menus are read too.
func (h *page) read(s string) error {
	before := h.paragraphs
	if err := h.tokens(s); err != nil || h.menu == nil {
		return err
	}
	*h = page{paragraphs: before, menus: true}
	return h.tokens(s)
}

func (h *page) tokens(s string) error {
	h.sheet = styleSheetOf(s)
	z := html.NewTokenizer(strings.NewReader(s))
	z.SetMaxBuf(2 * h.limits.Bytes) // a picture may stand in a tag
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			if z.Err() != io.EOF {
				return refused(Unsafe)
			}
			h.flush()
			h.add(h.rest(), false)
			return nil
		}
		if err := h.token(z.Token()); err != nil { // it is long enough
			h.add(h.rest(), false)
			return nil
		}
	}
}

func (h *page) token(t html.Token) error {
	switch t.Type {
	case html.TextToken:
		h.words(t.Data)
		return h.room(len(t.Data))
	case html.StartTagToken, html.SelfClosingTagToken:
		err := h.open(t)
		if t.Type == html.SelfClosingTagToken && !voids[t.Data] && rawTags[t.Data] {
			h.raw = ""
		}
		return err
	case html.EndTagToken:
		return h.close(t.Data)
	}
	return nil
}

func (h *page) words(s string) {
	if h.raw != "" {
		if h.raw == "title" && len(h.title) < 4*passageRunes {
			h.title += s
		}
		return
	}
	if h.menu != nil {
		return
	}
	if h.pre == 0 {
		s = spaces(s)
	}
	if h.hidden != nil || h.white != nil && h.shade == nil {
		h.unseen.WriteString(s)
		return
	}
	h.text.WriteString(s)
}

// flush ends a paragraph, which goes to the cell it stands in or to the page.
func (h *page) flush() error {
	h.hide(h.unseen.String())
	text := strings.TrimSpace(h.text.String())
	h.unseen.Reset()
	h.text.Reset()
	if text == "" {
		return nil
	}
	if h.item {
		text = "• " + text
	}
	heading := h.heading
	h.item, h.heading = false, false
	if r := h.tables.top(); r != nil {
		r.cell = append(r.cell, text)
		return nil
	}
	return h.add(text, heading)
}
