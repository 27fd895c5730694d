package summary

import (
	"strconv"
	"strings"

	"samspil/internal/text"
)

// Amount is a sum of money.
type Amount struct {
	Minor    int64  // øre, cents: 12,5 mio. kr. is 1250000000
	Currency string // "DKK", "EUR" …
	Text     string // as written: "12,5 mio. kr."; in tables without its unit
}

// The roles of an amount.
const (
	RoleApplied      = "applied"       // applied for
	RoleGranted      = "granted"       // granted, or recommended to be
	RoleTotal        = "total"         // the whole budget, or the size of the pool
	RoleOwn          = "own"           // the applicant's own contribution
	RoleCofinancing  = "cofinancing"   // what others put in
	RoleGrant        = "grant"         // a fund's contribution
	RoleCap          = "cap"           // the most or least that can be applied for
	RoleUnit         = "unit"          // for one hour, participant, company
	RolePart         = "part"          // of the amount before it
	RoleContext      = "context"       // of something else than the project
	RoleUnrecognised = "not_specified" // nothing near it tells
)

// MarshalJSON writes kroner as a number and any other currency as "EUR 6700000".
func (a Amount) MarshalJSON() ([]byte, error) {
	if a.Currency == "DKK" {
		return []byte(a.number()), nil
	}
	return asJSON(a.Currency + " " + a.number())
}

// number writes the value with a point before the øre, when there are any.
func (a Amount) number() string {
	whole, minor := a.Minor/100, a.Minor%100
	if minor == 0 {
		return strconv.FormatInt(whole, 10)
	}
	return strconv.FormatFloat(float64(a.Minor)/100, 'f', 2, 64)
}

// same reports whether both are the same sum.
func (a Amount) same(b Amount) bool { return a.Minor == b.Minor && a.Currency == b.Currency }

// In writes the amount for readers: in Danish as the document writes it, else all its digits, as a rounded amount
// would be a figure that is not in the document.
func (a Amount) In(lang text.Lang) string {
	if lang == text.Danish && a.written() {
		return strings.Join(strings.Fields(a.Text), " ")
	}
	n := text.Number(lang, int(a.Minor/100))
	if minor := a.Minor % 100; minor != 0 {
		point := ","
		if lang == text.English {
			point = "."
		}
		n += point + strconv.Itoa(int(max(minor, -minor)) + 100)[1:]
	}
	if a.Currency == "DKK" {
		return kroner.In(lang, n)
	}
	return a.Currency + " " + n
}

// written reports whether the words as written say the currency too and can stand alone in a Danish sentence.
func (a Amount) written() bool {
	low := strings.ToLower(a.Text)
	return strings.Contains(low, "kr") || strings.Contains(low, "euro") || strings.Contains(low, "dkk")
}
