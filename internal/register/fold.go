package register

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold gives the key by which names are compared: lower case, one spelling of every letter, "&", "+" and "and" as
// "og", no legal form, no "under konkurs", no "v/" before an owner's name (the name stays), no punctuation, single
// spaces. "Holding" stays: "Hansen Byg Holding ApS" is another company than "Hansen Byg ApS".
//
// Every spelling of a letter becomes one: å, aa, æ, ae and ä are a; ø, oe and ö are o; ü is y; other accents go.
// So Køge, Koge and Koege are one, and Aarhus, Århus and Arhus, and Ærø, Aeroe, Aero and Äro. The price is that
// two names which differ only in these letters have one key.
//
// A name of nothing but a legal form keeps it, so that only what has no letter or digit folds to "".
// Fold(Fold(s)) is Fold(s).
func Fold(s string) string {
	tokens := nameTokens(s)
	words := foldedWords(strings.Join(withoutMarkedForms(tokens), " "))
	if len(words) == 0 {
		words = foldedWords(strings.Join(tokens, " "))
	}
	if bare := withoutForms(words); len(bare) > 0 {
		words = bare
	}
	return strings.Join(words, " ")
}

// Words are the words of a folded name.
func Words(folded string) []string { return strings.Fields(folded) }

// Glue is a folded name without its spaces, for comparing "murer hansen" with "murerhansen".
func Glue(folded string) string { return strings.ReplaceAll(folded, " ", "") }

// nameTokens are the words of a name in lower case, legal forms with their slashes and points.
func nameTokens(s string) []string {
	s = strings.ToLower(norm.NFKC.String(strings.ToValidUTF8(s, " ")))
	return strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;()", r) })
}

// signs become letters before the accents go.
var signs = strings.NewReplacer("æ", "a", "ø", "o", "œ", "o", "ü", "y", "ß", "ss", "&", " og ", "+", " og ")

// foldedWords folds the letters, and takes whatever is neither letter nor digit as the end of a word.
func foldedWords(s string) []string {
	var b strings.Builder
	last := ' '
	for _, r := range norm.NFD.String(signs.Replace(norm.NFC.String(s))) {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) || strings.ContainsRune("'’`´", r):
			continue
		case last == 'a' && (r == 'a' || r == 'e') || last == 'o' && r == 'e': // aa, ae, oe
			continue
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			r = ' '
		}
		b.WriteRune(r)
		last = r
	}
	words := strings.Fields(b.String())
	for i, w := range words {
		if w == "and" {
			words[i] = "og"
		}
	}
	return words
}
