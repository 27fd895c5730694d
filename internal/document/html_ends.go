package document

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// look notes an element that hides, whitens or shades what is in it.
func (h *page) look(t html.Token) {
	l := h.sheet.looks(t)
	note := func(w **within, yes bool) {
		if yes && *w == nil {
			*w = &within{t.Data, 1}
		}
	}
	note(&h.hidden, l.vanish || l.tiny)
	note(&h.white, l.white)
	note(&h.shade, l.shaded)
	note(&h.menu, !h.menus && (t.Data == "nav" || slices.ContainsFunc(t.Attr, func(a html.Attribute) bool { return a.Key == "role" && a.Val == "navigation" })))
}

// count keeps track of where an element ends.
func (h *page) count(w **within, tag string, by int) {
	if *w == nil {
		return
	}
	begins := by > 0
	ends, mayOmit := closers[(*w).tag]
	switch {
	case begins && mayOmit && ((*w).tag == "p" && blocks[tag] || slices.Contains(ends, tag)):
		*w = nil
	case tag == (*w).tag && !voids[tag]:
		if (*w).depth += by; (*w).depth == 0 {
			*w = nil
		}
	}
}

func (h *page) close(tag string) error {
	if h.raw != "" {
		if tag == h.raw {
			h.raw = ""
		}
		return nil
	}
	var err error
	if blocks[tag] {
		err = h.flush()
	}
	for _, w := range h.around() {
		h.count(w, tag, -1)
	}
	switch tag {
	case "td", "th":
		h.endCell()
	case "tr":
		err = h.addRow()
	case "table":
		if r := h.tables.top(); r != nil && r.begun {
			h.endCell()
		}
		err = h.addRow()
		h.tables.end()
	case "pre":
		h.pre = max(h.pre-1, 0)
	}
	return err
}

func (h *page) addRow() error {
	if text := h.endRow(); strings.TrimSpace(text) != "" {
		return h.add(text, false)
	}
	return nil
}
