package privacy

import "regexp"

// What stands in the place of an e-mail address and of a telephone number.
const (
	RedactedMail  = "[E-MAIL]"
	RedactedPhone = "[TELEFON]"
)

var (
	mailAddress = regexp.MustCompile(`[\pL\pN._%+\-]+@[\pL\pN.\-]+\.\pL{2,}`)
	// A number behind its label or a country code, or four pairs of digits that no amount or CVR label stands before.
	labelledPhone = regexp.MustCompile(`(?i)((?:tlf|telefon|mobil|mob|tel|phone|direkte)[.:nr ]*|(?:\+|00)45 ?)((?:\d[ .\-]?){7}\d)`)
	pairedPhone   = regexp.MustCompile(`(^|[^\d.,/\-] ?)(\d\d \d\d \d\d \d\d)([^\d]|$)`)
	cvrBefore     = regexp.MustCompile(`(?i)(?:cvr|cvr-nr|cvr-nummer|ean|se-nr|p-nr)[.:nr ]*$`)
)

// Redact takes CPR numbers, e-mail addresses and telephone numbers out of text that leaves the house. Where in doubt it
// takes out; Redact(Redact(s)) is Redact(s).
func Redact(s string) string {
	for { // what is taken out may part digits that hid another number
		out := redact(s)
		if out == s {
			return s
		}
		s = out
	}
}

func redact(s string) string {
	s, _ = Mask(s)
	s = mailAddress.ReplaceAllString(s, RedactedMail)
	s = labelledPhone.ReplaceAllString(s, "${1}"+RedactedPhone)
	var out []byte
	from := 0
	for _, m := range pairedPhone.FindAllStringSubmatchIndex(s, -1) {
		if cvrBefore.MatchString(s[:m[4]]) {
			continue
		}
		out = append(append(out, s[from:m[4]]...), RedactedPhone...)
		from = m[5]
	}
	return string(out) + s[from:]
}
