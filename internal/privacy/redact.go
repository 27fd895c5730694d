package privacy

import (
	"regexp"
	"strings"
)

// What stands in the place of what Redact takes out, besides Masked.
const (
	RedactedMail    = "[E-MAIL]"
	RedactedPhone   = "[TELEFON]"
	RedactedPerson  = "[PERSON]"
	RedactedAccount = "[KONTO]"
)

// between is what may stand between the digits of a number: any space but a new line, a point, a dash, what is invisible.
const between = `[\t\p{Zs}\p{Cf}.\-–]{0,3}`

var (
	mailAddress = regexp.MustCompile(`(?i)[\pL\pN._%+\-]+\p{Cf}*(?:[@＠]|\p{Zs}?[(\[](?:at|a|snabel-?a)[)\]]\p{Zs}?)\p{Cf}*[\pL\pN.\-\p{Cf}]*[.․]\p{Cf}*\pL{2,}`)
	// A number behind its label, in a table or on the next line, or behind a country's code.
	labelledPhone = regexp.MustCompile(`(?i)((?:^|[^\pL])(?:(?:mobil)?telefon|tlf|mobil|mob|tel|(?:tele)?phone|mobile|direkte|fax)(?:nummer|numre|nr|number|no)?[.:()|/\s\p{Zs}\p{Cf}]{0,8}(?:(?:nr|no)[.:\s\p{Zs}]{0,4})?)((?:\(?(?:\+|00)45\)?` + between + `)?\d(?:` + between + `\d){7}\d*)`)
	countryPhone  = regexp.MustCompile(`()(\(?(?:\+|\b00)[1-9]\d{0,2}\)?` + between + `\d(?:` + between + `\d){5,11})`)
	// Four pairs of digits that no amount or label of a register stands before.
	pairedPhone = regexp.MustCompile(`((?:^|[^\d.,/\-])[\p{Zs}\t]?)(\d\d(?:[\p{Zs}\t]\p{Cf}?\d\d){3})`)
	account     = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:iban[:\s\p{Zs}]{0,3})?(dk\d\d(?:\p{Zs}?\d{4}){3}\p{Zs}?\d\d|(?:reg(?:istrerings)?\.?\p{Zs}?(?:nr|nummer)?[.:\s\p{Zs}]{0,3}\d{4}[\p{Zs}\s,/\-]{0,3})?konto(?:nr|nummer)?[.:\s\p{Zs}]{0,3}\d{6,10}|reg(?:istrerings)?\.?\p{Zs}?(?:nr|nummer)[.:\s\p{Zs}]{0,3}\d{4}[\p{Zs}/\-]{1,3}\d{6,10})`)

	otherNumber = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:cvr|ean|se|p)(?:-?(?:nr|nummer))?[.:nr\p{Zs}\t]*$`)
	moneyBehind = regexp.MustCompile(`(?i)^(?:\d|[,.]\d|,-|\p{Zs}?(?:kr|kroner|dkk|mio|eur)(?:[^\pL]|$))`)
)

// Redact takes CPR numbers, e-mail addresses, telephone and account numbers, and the names behind "Kontaktperson" and its
// like (People) out of text that leaves the house, and the given names wherever they stand. Names in running text that
// nothing introduces stay. Where in doubt it takes out.
func Redact(s string, people ...string) string {
	for range mostRounds { // what is taken out may part digits that hid another number
		out := redact(s, people)
		if out == s {
			break
		}
		s = out
	}
	return s
}

// mostRounds bounds the time hostile text takes; what people write needs two.
const mostRounds = 20

func redact(s string, people []string) string {
	s, _ = Mask(s)
	s = mailAddress.ReplaceAllString(s, RedactedMail)
	s = replace(s, account, RedactedAccount, nil)
	for _, phone := range []*regexp.Regexp{labelledPhone, countryPhone, pairedPhone} {
		s = replace(s, phone, RedactedPhone, notPhone)
	}
	s = replace(s, introduced, RedactedPerson, nil)
	for _, name := range people {
		s = withoutName(s, name)
	}
	return s
}

// notPhone reports digits that are an amount, or a number of a register.
func notPhone(before, after string) bool {
	return moneyBehind.MatchString(after) || otherNumber.MatchString(before)
}

// replace puts the token in the place of the last group that took part in a match, unless what stands around it says
// otherwise.
func replace(s string, re *regexp.Regexp, token string, unless func(before, after string) bool) string {
	var b strings.Builder
	from := 0
	for _, m := range re.FindAllStringSubmatchIndex(s, -1) {
		if m[len(m)-1] < 0 {
			m = m[:len(m)-2]
		}
		start, end := m[len(m)-2], m[len(m)-1]
		if unless != nil && unless(s[max(0, start-context):start], s[end:min(len(s), end+context)]) {
			continue
		}
		b.WriteString(s[from:start] + token)
		from = end
	}
	return b.String() + s[from:]
}
