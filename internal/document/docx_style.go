package document

import (
	"encoding/xml"
	"strings"
)

// wordStyle is what matters of a named style.
type wordStyle struct {
	heading bool
	looks   looks
}

// styleOf gives a style by its id. Ids follow the language of the program ("Overskrift1"); where the file has no
// list of styles, they must do.
func (d *docx) styleOf(id string) wordStyle {
	if s, ok := d.styles[id]; ok {
		return s
	}
	return wordStyle{heading: isHeading(id)}
}

//house:typed
func isHeading(style string) bool {
	style = strings.ToLower(style)
	for _, word := range []string{"heading", "overskrift", "title", "titel"} {
		if strings.HasPrefix(style, word) {
			return true
		}
	}
	return false
}

// wordStyles reads the list of styles; one that cannot be read is none.
func (p pack) wordStyles() map[string]wordStyle {
	s := &wordStyles{all: map[string]wordStyle{}}
	if p.walkIf("word/styles.xml", s) != nil {
		return nil
	}
	return s.all
}

type wordStyles struct {
	all    map[string]wordStyle
	id     string
	within int // depth within the properties of one kind of table row, which are not those of the style
}

func (s *wordStyles) start(local string, attrs []xml.Attr) error {
	if s.within > 0 || local == "tblStylePr" {
		s.within++
		return nil
	}
	if local == "style" {
		if s.id = attr(attrs, "styleId"); len(s.all) >= mostParts {
			return errEnough
		}
	}
	if s.id == "" {
		return nil
	}
	style := s.all[s.id]
	switch local {
	case "name":
		style.heading = style.heading || isHeading(attr(attrs, "val"))
	case "outlineLvl":
		style.heading = style.heading || attr(attrs, "val") != "9" // 9 is the body's
	default:
		style.looks.word(local, attrs)
	}
	s.all[s.id] = style
	return nil
}

func (s *wordStyles) end(local string) error {
	if s.within > 0 {
		s.within--
		return nil
	}
	if local == "style" {
		s.id = ""
	}
	return nil
}

func (s *wordStyles) chars([]byte) error { return nil }

// title reads the title from a pack's properties; "" for none. Both kinds of pack name the element alike.
func (p pack) title(part string) string {
	t := new(titleOf)
	if !p.has(part) || p.walk(part, t) != nil && !t.in {
		return ""
	}
	return t.text
}

type titleOf struct {
	in   bool
	text string
}

func (t *titleOf) start(local string, _ []xml.Attr) error {
	t.in = local == "title"
	return nil
}

func (t *titleOf) end(string) error {
	if t.in {
		return errEnough
	}
	return nil
}

func (t *titleOf) chars(text []byte) error {
	if t.in && len(t.text) < passageRunes*4 {
		t.text += string(text)
	}
	return nil
}
