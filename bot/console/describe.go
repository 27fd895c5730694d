package console

import (
	"maps"
	"slices"
	"strings"

	"samspil/bot"
	"samspil/internal/text"
)

// describe is the form as text. Where its fields are asked one by one, only what stands above them.
func (f *form) describe(lang text.Lang, asked bool) string {
	parts := []string{underlined(f.title)}
	if f.intro != "" {
		parts = append(parts, f.intro)
	}
	for _, name := range slices.Sorted(maps.Keys(f.errors)) {
		if x := f.field(name); x == nil || x.kind == otherField {
			parts = append(parts, wrap("! "+bot.Clean(f.errors[name]), width, "  "))
		}
	}
	if asked {
		return strings.Join(append(parts, askHow.In(lang)), "\n")
	}
	parts = append(parts, "")
	for _, x := range f.fields {
		parts = append(parts, f.line(x, lang))
	}
	how := wrap(submitHow.In(lang, words(f.view.Submit)), width, "")
	return strings.Join(append(parts, "", how), "\n")
}

// line is one field with its value, what can be chosen, its hint and its error.
func (f *form) line(x *field, lang text.Lang) string {
	return strings.Join(append([]string{x.line(lang)}, f.under(x, lang)...), "\n")
}

// line is a field with its value.
func (x *field) line(lang text.Lang) string {
	value := x.shown()
	if value == "" {
		value = empty.In(lang)
	}
	return wrap(x.head(lang)+": "+strings.ReplaceAll(value, "\n", "\n  "), width, "  ")
}

// head names a field: "Dato (date, skal udfyldes)".
func (x *field) head(lang text.Lang) string {
	if x.required {
		return x.label + " (" + x.name + ", " + required.In(lang) + ")"
	}
	return x.label + " (" + x.name + ")"
}

// under is what stands under a field.
func (f *form) under(x *field, lang text.Lang) []string {
	var lines []string
	switch {
	case x.kind == fileField:
		lines = append(lines, wrap("  "+choosePath.In(lang), width, "    "))
	case len(x.options) == 0:
	case x.kind == manyField:
		lines = append(lines, wrap("  "+chooseMany.In(lang, x.labels()), width, "    "))
	default:
		lines = append(lines, wrap("  "+chooseOne.In(lang, x.labels()), width, "    "))
	}
	if x.hint != "" {
		lines = append(lines, wrap("  ("+x.hint+")", width, "   "))
	}
	if sentence := f.errors[x.name]; sentence != "" {
		lines = append(lines, wrap("  ! "+bot.Clean(sentence), width, "    "))
	}
	return lines
}
