// Package register knows company numbers and names: it reads CVR and P-numbers as people write them, folds names
// so that spellings compare equal, and finds companies.
package register

import "strings"

// Kind says what a number is.
type Kind int

// The kinds of number.
const (
	KindCVR     Kind = iota + 1 // eight digits: a legal unit
	KindPNumber                 // ten digits beginning with 10: a production unit
	KindPhone
	KindUnsure // eight digits that pass as a company number and are written like a phone number
)

// Number is a number found in a text.
type Number struct {
	Kind       Kind
	Value      string // digits only; a phone number without +45
	Valid      bool   // the check digit fits (CVR), the form is right (P-number)
	Labelled   bool   // the writer said what it is: "CVR", "DK", "P-nr", "tlf", "+45"
	Text       string
	Start, End int // byte offsets, label included
}

// weights of the CVR check digit: https://metacpan.org/pod/Algorithm::CheckDigits::M11_008
var weights = [8]int{2, 7, 6, 5, 4, 3, 2, 1}

// CheckDigit reports whether the eight digits pass the check (weighted sum divisible by 11). It catches every
// single wrong digit and every swap of neighbours, but not a swap of the digits 1 and 7, whose weights are equal.
// Numbers with a leading 0 are not in use.
func CheckDigit(cvr string) bool {
	if len(cvr) != 8 || cvr[0] == '0' {
		return false
	}
	sum := 0
	for i, w := range weights {
		d := int(cvr[i]) - '0'
		if d < 0 || d > 9 {
			return false
		}
		sum += d * w
	}
	return sum%11 == 0
}

// ValidPNumber reports whether the digits have the form of a P-number, which has no check digit.
func ValidPNumber(p string) bool {
	return len(p) == 10 && strings.HasPrefix(p, "10") && strings.Trim(p, "0123456789") == ""
}

// FormatCVR writes a number in pairs: "99 00 00 07". What does not have eight characters stays as it is.
func FormatCVR(cvr string) string {
	if len(cvr) != 8 {
		return cvr
	}
	return strings.Join([]string{cvr[:2], cvr[2:4], cvr[4:6], cvr[6:]}, " ")
}
