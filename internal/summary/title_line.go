package summary

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// valueLine is a label that no list knows, with its figure.
var valueLine = regexp.MustCompile(`^[\pL .()-]{2,40}: ?[\d(+-]`)

// headlineWords are the fewest words of a headline that goes on behind a colon with a figure.
const headlineWords = 9

// programme is the name of a fund with its years: the heading of a form.
var programme = regexp.MustCompile(`(?:fond|fonden|fund|esf\+?|interreg|program|programme)\b.*(?:19|20)\d\d ?- ?(?:(?:19|20)?\d\d)$`)

// linked reports an address of the web or a mark-up: no name has one, and nobody should follow one from a card.
func linked(t string) bool {
	low := strings.ToLower(t)
	return strings.ContainsAny(t, "<>") || strings.Contains(low, "http") || strings.Contains(low, "www.")
}

func plainQuote(r rune) rune {
	if strings.ContainsRune("“”„»«", r) {
		return '"'
	}
	return r
}

func first(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

func lastRune(s string) rune { r, _ := utf8.DecodeLastRuneInString(s); return r }

// introduced reports a line that says what it is before it names the project: "Ansøgning om tilskud: Kloge hænder".
func (d *document) introduced(l line) bool {
	prefix := titlePrefix.FindString(numbering.ReplaceAllString(d.text[l.from:l.to], ""))
	return strings.Contains(prefix, ":")
}

// street is an address.
var street = regexp.MustCompile(`(?:gade|vej|vejen|allé|alle|plads|pladsen|torv|torvet|stræde|boulevard|postboks) \d+`)

// postal is a code of four digits and a town: an address.
var postal = regexp.MustCompile(`(?:^|[, ])[1-9]\d{3} \p{Lu}\p{Ll}+`)

// office is the line of a signature: "Poul Prøve, formand".
var office = regexp.MustCompile(`^\pL[\pL. -]{3,40}, (?:\pL* ?)?(?:formand|forkvinde|direktør|rektor|leder|chef|konsulent|sekretær|borgmester|forstander|director|chair|manager|principal)$`)

// titled reports whether a line can be the title: no label, no date, no name of a person, no sentence.
func (d *document) titled(i int, t string) bool {
	l := d.lines[i]
	raw, low := d.text[l.from:l.to], strings.ToLower(t)
	switch {
	case utf8.RuneCountInString(t) < 8 || len(t) > 220 || len(l.cells) > 1 || l.bullet:
		return false
	case street.MatchString(low), postal.MatchString(t), notTitle.MatchString(bare(d.low[l.from:l.to])) && !d.introduced(l) && !quotedName.MatchString(strings.Map(plainQuote, raw)) || notTitle.MatchString(low) || labelOf(low) != "":
		return false
	case len(d.days(l.span)) > 0 && has(low, "*udvalget", "*udvalg$", "*rådet", "*bestyrelsen", "committee"):
		return false // who met, and when
	case sentOn.MatchString(low), programme.MatchString(low), linked(t), len(t) < 60 && datedEnd.MatchString(low), unfinished.MatchString(low):
		return false
	case strings.Contains(low, "(hovedansøger)"), strings.Contains(low, "(leadpartner)"), strings.Contains(low, ", at "), d.bodyLine(i).Stated() && strings.Contains(t, " ") && !slogan(t) && !(i == 0 && sequel.MatchString(t)):
		return false
	case valueLine.MatchString(t) && len(strings.Fields(t)) < headlineWords, strings.HasSuffix(raw, ":") && len(strings.Fields(t)) > 3:
		return false // a label, or what leads to a list
	case len(t) > 100 && strings.Contains(t, ". "), strings.Contains(t, "? "), strings.HasSuffix(raw, ".") && len(t) > 60 && !titleSuffix.MatchString(raw):
		return false // sentences
	case office.MatchString(low):
		return false
	case startsWithDate(low) && len(low) < 30 || strings.Contains(low, "@") || unicode.IsLower(first(t)):
		return false
	case strings.Contains(low, ":") && labelOf(low[:strings.Index(low, ":")]) != "":
		return false
	}
	words, digits := lettersAndDigits(t)
	named := strings.Contains(raw, `"`) || quotedName.MatchString(raw) || titlePrefix.FindString(numbering.ReplaceAllString(raw, "")) != "" || i == 0 && sequel.MatchString(t)
	if !named && len(strings.Fields(t)) <= 3 && digits == 0 && body(t) && !slogan(t) {
		return false // "Vækstforums sekretariat"
	}
	return (!personal(t) || named) && words > 4 && words > 2*digits
}

// sequel ends the name of a project that goes on: "Kajskolen II".
var sequel = regexp.MustCompile(` (?:I{1,3}|IV|V|\d\.\d)$`)

// slogan reports a name in capitals that no body would have: "KLAR TIL KRANEN".
func slogan(t string) bool {
	return t == strings.ToUpper(t) && has(strings.ToLower(t), "til$", "på$", "med$", "uden$", "vil$", "kan$")
}

// personal reports two to four capitalised words and nothing else: a name, of a person or of a body.
func personal(t string) bool {
	list := strings.Fields(t)
	if len(list) > 4 || slogan(t) {
		return false
	}
	for _, w := range list {
		if !unicode.IsUpper(first(w)) && w != "&" && w != "og" || strings.ContainsAny(w, "0123456789:") {
			return false
		}
	}
	return true
}

// lettersAndDigits counts both.
func lettersAndDigits(t string) (letters, digits int) {
	for _, r := range t {
		switch {
		case unicode.IsLetter(r):
			letters++
		case unicode.IsDigit(r):
			digits++
		}
	}
	return letters, digits
}
