package summary

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// letterBefore and letterAfter look at the characters beside a place: Go's \b knows ASCII letters only, and would find
// "ledige" in "ledigeø".
func letterBefore(s string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:at])
	return at > 0 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func letterAfter(s string, at int) bool {
	r, _ := utf8.DecodeRuneInString(s[at:])
	return at < len(s) && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// find gives where a word or the beginning of one stands in s, both in small letters, from place from on; -1 when it
// does not. A cue that ends in "." or ":" or a space is matched as it stands; one that ends in "$" is a whole word; one
// that begins with "*" may stand inside a word.
func find(s, cue string, from int) (at, end int) {
	inside := strings.HasPrefix(cue, "*")
	cue = strings.TrimPrefix(cue, "*")
	cue, whole := strings.CutSuffix(cue, "$")
	for from <= len(s) {
		i := strings.Index(s[from:], cue)
		if i < 0 || cue == "" {
			return -1, -1
		}
		at, end = from+i, from+i+len(cue)
		if (inside || !letterBefore(s, at)) && !(whole && letterAfter(s, end)) {
			return at, end
		}
		from = end
	}
	return -1, -1
}

// has reports whether any of the cues stands in s.
func has(s string, cues ...string) bool {
	for _, c := range cues {
		if at, _ := find(s, c, 0); at >= 0 {
			return true
		}
	}
	return false
}

// wordEnd is the end of the word in which at lies.
func wordEnd(s string, at int) int {
	for at < len(s) {
		r, n := utf8.DecodeRuneInString(s[at:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			break
		}
		at += n
	}
	return at
}

// word reads the letters at a place.
func word(s string, at int) (string, int) {
	end := at
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsLetter(r) {
			break
		}
		end += n
	}
	return s[at:end], end
}

// wordBefore reads the letters that end at a place, spaces and points aside.
func wordBefore(s string, at int) (string, int) {
	for at > 0 && (s[at-1] == ' ' || s[at-1] == '.' || s[at-1] == ':' || s[at-1] == '(' || s[at-1] == '\n') {
		at--
	}
	end := at
	for at > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:at])
		if !unicode.IsLetter(r) {
			break
		}
		at -= n
	}
	return s[at:end], at
}

func spaces(s string, at int) int {
	for at < len(s) && (s[at] == ' ' || s[at] == '\n') {
		at++
	}
	return at
}

// rows reads a table that is data: tab-separated, a header above, lines beginning with # are remarks.
func rows(table string) [][]string {
	var list [][]string
	for i, l := range strings.Split(strings.TrimSpace(table), "\n") {
		if i > 0 && l != "" && !strings.HasPrefix(l, "#") {
			list = append(list, strings.Split(l, "\t"))
		}
	}
	return list
}

// listed splits a cell of a table.
func listed(cell string) []string {
	list := strings.Split(cell, ";")
	for i := range list {
		list[i] = strings.TrimSpace(list[i])
	}
	return list
}
