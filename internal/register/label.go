package register

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// labelReach is how far before a number its label may begin, in bytes: "produktionsenhedsnummeret er: " fits.
const labelReach = 40

// between stands between a label and its number, at most labelGap of them: "CVR-nr.: ".
const (
	between  = " .:#()-\u00a0\u2007\u2009\u202f"
	labelGap = 4
)

var (
	labelForm = regexp.MustCompile(`(?i)(?:^|[^\pL\pN_])(?:` +
		`(p[ .-]?(?:nr|nummer(?:et)?|numre|number|no|enhed(?:en)?)|produktionsenhed(?:en|snummer|snummeret)?)|` +
		`((?:telefon|mobil|mob|tlf|tel)(?:telefon|tlf)?[ .-]?(?:nummer(?:et)?|nr|no)?|(?:phone|cell)(?: number| no)?|fax)|` +
		`((?:cvr|vat)[ .-]?(?:nummer(?:et)?|nr|no|number)?|se[ .-]?(?:nummer|nr|no))` +
		`)(?:[ .:]+(?:er|is))?$`)
	// countryForm is the DK before a number; not the end of an address on the net ("jens@firma.dk 20 12 34 56").
	countryForm = regexp.MustCompile(`(?i)(?:^|[^\pL\pN_.@])(dk)$`)
	softCue     = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:ring|ringe|ringer|ringede|call|called|calling|sms|(?:træffes|fanges|nås|kontaktes) på|reached (?:at|on))(?: til| to)?[ :]*$`)
	// filedUnder before eight digits says that they are a case, an order or the like.
	filedUnder  = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:(?:sag|case|konto|account|journal|ref)|(?:sags?|journal|j|konto|ordre|faktura|kunde|medarbejder|bestillings?|case|order|invoice|account|ref)[ .-]{0,2}(?:nr|nummer(?:et)?|no|number|id))[ .:#]{0,3}$`)
	moneyBefore = regexp.MustCompile(`(?i)(?:(?:^|[^\pL])(?:kr|dkk|eur|euro)|[€$])[ .:\x{00A0}]*$`)
	moneyAfter  = regexp.MustCompile(`(?i)^[ \x{00A0}]*(?:,-|%|€|(?:kr|kroner|dkk|eur|euro|mio|t\.?kr)(?:[^\pL]|$))`)
)

// label reads the label at the end of the text before a number: the kind it gives the number, and the byte where
// it begins. The kind is 0 where there is none.
func label(before string) (kind Kind, start int) {
	word, ok := trimGap(before)
	if !ok {
		return 0, 0
	}
	if m := countryForm.FindStringSubmatchIndex(word); m != nil {
		if kind, start = label(word[:m[2]]); kind != KindCVR {
			start = m[2]
		}
		return KindCVR, start
	}
	m := labelForm.FindStringSubmatchIndex(word)
	if m == nil {
		return 0, 0
	}
	for i, kind := range []Kind{KindPNumber, KindPhone, KindCVR} {
		if start := m[2*i+2]; start >= 0 {
			return kind, start
		}
	}
	return 0, 0
}

// trimGap takes off what stands between a label and its number; false when that leaves nothing or was too much.
func trimGap(before string) (string, bool) {
	word := strings.TrimRight(before, between)
	return word, word != "" && utf8.RuneCountInString(before[len(word):]) <= labelGap
}
