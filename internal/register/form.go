package register

import "strings"

// legalForms maps the spellings of a legal form, in lower case without points, to its name.
//
//house:typed
var legalForms = map[string]string{
	"a/s": "A/S", "as": "A/S", "aktieselskab": "A/S", "aktieselskabet": "A/S",
	"aps": "ApS", "ap/s": "ApS", "anpartsselskab": "ApS", "anpartsselskabet": "ApS",
	"i/s": "I/S", "interessentskab": "I/S", "interessentskabet": "I/S",
	"k/s": "K/S", "kommanditselskab": "K/S", "kommanditselskabet": "K/S",
	"p/s": "P/S", "partnerselskab": "P/S", "partnerselskabet": "P/S", "ivs": "IVS", "iværksætterselskab": "IVS", "iværksætterselskabet": "IVS",
	"amba": "A.m.b.a.", "fmba": "F.m.b.a.", "smba": "S.m.b.a.", "e/s": "E/S", "enkeltmandsvirksomhed": "ENK",
}

// plainForms are the folded words that are a legal form wherever they stand; "as" is also a place (Ås, As).
var plainForms = func() map[string]bool {
	set := map[string]bool{}
	for form := range legalForms {
		if words := foldedWords(form); len(words) == 1 && form != "as" {
			set[words[0]] = true
		}
	}
	return set
}()

// spacedForms are legal forms whose slash was left out or set apart, at the end of a name: "a s".
var spacedForms = [][]string{{"as"}, {"a", "s"}, {"i", "s"}, {"k", "s"}, {"p", "s"}}

// states are words the register adds to a name while a company is being wound up.
//
//house:typed
var states = foldedPhrases("under konkurs", "i likvidation", "under likvidation", "under frivillig likvidation", "under tvangsopløsning", "under rekonstruktion")

func foldedPhrases(list ...string) (phrases [][]string) {
	for _, s := range list {
		phrases = append(phrases, foldedWords(s))
	}
	return phrases
}

// withoutMarkedForms leaves out the legal forms that a slash or point shows to be such, and the "v/" before an
// owner's name.
func withoutMarkedForms(tokens []string) []string {
	var kept []string
	for _, t := range tokens {
		inner := strings.Trim(t, "-.")
		if strings.ContainsAny(inner, "/.") && formOfToken(t) != "" || t == "v/" {
			continue
		}
		kept = append(kept, strings.TrimPrefix(t, "v/"))
	}
	return kept
}

func formOfToken(t string) string {
	return legalForms[strings.ReplaceAll(strings.Trim(t, "-."), ".", "")]
}

// withoutForms leaves out legal forms and states from folded words. Doing it again changes nothing.
func withoutForms(words []string) []string {
	var kept []string
	for _, w := range words {
		if plainForms[w] {
			continue
		}
		kept = withoutEnding(append(kept, w), states)
	}
	for n := -1; n != len(kept); {
		n = len(kept)
		kept = withoutEnding(kept, spacedForms)
	}
	return kept
}

// withoutEnding takes the first of the phrases that the words end with off them.
func withoutEnding(words []string, phrases [][]string) []string {
	for _, phrase := range phrases {
		if n := len(words) - len(phrase); n >= 0 && strings.Join(words[n:], " ") == strings.Join(phrase, " ") {
			return words[:n]
		}
	}
	return words
}

// LegalForm is the legal form in a company's name as it is usually printed ("A/S", "ApS"), "" when there is none.
// "AS" without a slash counts only as the last of several words.
func LegalForm(name string) string {
	tokens := nameTokens(name)
	for i := len(tokens) - 1; i >= 0; i-- {
		form := formOfToken(tokens[i])
		if form != "" && (strings.Trim(tokens[i], "-.") != "as" || i > 0 && i == len(tokens)-1) {
			return form
		}
	}
	return ""
}
