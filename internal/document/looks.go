package document

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// looks is what decides whether a reader sees a text.
type looks struct{ vanish, white, tiny, shaded bool }

// hidden reports whether a reader does not see it: not shown, white on white, or smaller than anybody can read.
func (l looks) hidden() bool { return l.vanish || l.tiny || l.white && !l.shaded }

// over is what text has that looks so, within something that looks like under.
func (l looks) over(under looks) looks {
	return looks{l.vanish || under.vanish, l.white || under.white, l.tiny || under.tiny, l.shaded || under.shaded}
}

// leastHalfPoints is the smallest size of letters that counts as seen: 2 points.
const leastHalfPoints = 4

// word notes a property of a run, a paragraph or a cell in a DOCX (ECMA-376 part 1, 17.3).
func (l *looks) word(local string, attrs []xml.Attr) {
	value := strings.ToLower(attr(attrs, "val"))
	switch local {
	case "vanish", "specVanish":
		l.vanish = value != "0" && value != "false" && value != "off" && value != "none"
	case "color":
		l.white = isWhite(value)
	case "sz":
		n, err := strconv.Atoi(value)
		l.tiny = err == nil && n < leastHalfPoints
	case "shd":
		fill := strings.ToLower(attr(attrs, "fill"))
		l.shaded = l.shaded || attr(attrs, "themeFill") != "" || fill != "" && fill != "auto" && !isWhite(fill)
	case "highlight":
		l.shaded = l.shaded || value != "none" && value != "white"
	}
}

// style notes the properties of text in CSS and ODF, which share names and values.
func (l *looks) style(name, value string) {
	value = strings.ToLower(strings.TrimSpace(strings.ReplaceAll(value, "!important", "")))
	switch strings.ToLower(strings.TrimSpace(name)) {
	case "display":
		l.vanish = l.vanish || value == "none"
	case "visibility":
		l.vanish = l.vanish || value == "hidden" || value == "collapse"
	case "opacity":
		n, err := strconv.ParseFloat(value, 64)
		l.vanish = l.vanish || err == nil && n < 0.05
	case "color":
		l.white = isWhite(strings.TrimPrefix(value, "#"))
	case "background", "background-color":
		l.shaded = l.shaded || value != "" && value != "transparent" && value != "none" && !isWhite(strings.TrimPrefix(value, "#"))
	case "font-size":
		l.tiny = isTiny(value)
	}
}

// isWhite knows white and what cannot be told from it, without the "#".
func isWhite(color string) bool {
	switch color {
	case "white", "fff", "transparent", "rgb(255,255,255)", "rgb(255, 255, 255)":
		return true
	}
	if len(color) != 6 {
		return false
	}
	n, err := strconv.ParseUint(color, 16, 32)
	const least = 0xf8 // of 0xff, in each of red, green and blue
	return err == nil && n>>16 >= least && n>>8&0xff >= least && n&0xff >= least
}

// isTiny reads a length as CSS and ODF write it; a size in per cent or em is of another that is not known here.
func isTiny(size string) bool {
	for unit, points := range map[string]float64{"pt": 1, "px": 0.75, "em": 12, "rem": 12, "%": 0.12, "cm": 28.3, "mm": 2.83, "in": 72} {
		if n, err := strconv.ParseFloat(strings.TrimSuffix(size, unit), 64); err == nil && strings.HasSuffix(size, unit) {
			return n*points < leastHalfPoints/2
		}
	}
	return size == "0"
}
