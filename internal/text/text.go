// Package text holds what the user reads: Danish and English side by side, plurals, dates, numbers and sorting.
//
// A text is made with New at package level, so a missing translation or a placeholder that differs between the
// languages panics when any test of that package starts.
package text

import (
	"fmt"
	"regexp"
	"slices"
)

// Lang is a language the program speaks.
type Lang string

// The two languages. Danish is the default everywhere.
const (
	Danish  Lang = "da"
	English Lang = "en"
)

// ParseLang reads a setting or a locale ("da", "da-DK", "en-GB"); ok is false for every other language.
func ParseLang(s string) (lang Lang, ok bool) {
	if len(s) >= 2 && (len(s) == 2 || s[2] == '-' || s[2] == '_') {
		switch Lang(s[:2]) {
		case Danish, "DA":
			return Danish, true
		case English, "EN":
			return English, true
		}
	}
	return Danish, false
}

// Text is one sentence or word in both languages. Arguments are fmt verbs, the same ones in the same order or
// with explicit indexes (%[2]s).
type Text struct{ da, en string }

// New makes a Text and panics when a language is missing or the arguments differ.
func New(da, en string) Text {
	if da == "" || en == "" {
		panic(fmt.Sprintf("text: a language is missing: %q / %q", da, en))
	}
	if !slices.Equal(verbs(da), verbs(en)) {
		panic(fmt.Sprintf("text: arguments differ: %q / %q", da, en))
	}
	return Text{da, en}
}

var verb = regexp.MustCompile(`%(?:\[(\d+)\])?[-+# 0]*\d*(?:\.\d+)?([a-zA-Z%])`)

// verbs lists the arguments a format uses, sorted, as "index verb".
func verbs(format string) []string {
	var list []string
	next := 1
	for _, m := range verb.FindAllStringSubmatch(format, -1) {
		if m[2] == "%" {
			continue
		}
		if m[1] != "" {
			fmt.Sscan(m[1], &next)
		}
		list = append(list, fmt.Sprint(next, m[2]))
		next++
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// IsZero reports whether the Text was never made.
func (t Text) IsZero() bool { return t == Text{} }

// In gives the text in that language with its arguments filled in. An argument that is itself a Text or a
// Plural-made value is given in the same language.
func (t Text) In(lang Lang, args ...any) string {
	format := t.da
	if lang == English {
		format = t.en
	}
	if len(args) == 0 && !verb.MatchString(format) {
		return format
	}
	said := make([]any, len(args))
	for i, a := range args {
		if inner, ok := a.(interface{ In(Lang, ...any) string }); ok {
			a = inner.In(lang)
		}
		said[i] = a
	}
	return fmt.Sprintf(format, said...)
}

// Plural is a text with a form for one and a form for any other number, zero included (so in both languages).
// Both forms have the number as their first argument, a %s or %[1]s: it arrives written in the language.
type Plural struct{ one, other Text }

// NewPlural makes a Plural: Danish one and other, English one and other.
func NewPlural(daOne, daOther, enOne, enOther string) Plural {
	return Plural{New(daOne, enOne), New(daOther, enOther)}
}

// In gives the form for n; further arguments follow the number.
func (p Plural) In(lang Lang, n int, args ...any) string {
	form := p.other
	if n == 1 {
		form = p.one
	}
	return form.In(lang, append([]any{Number(lang, n)}, args...)...)
}
