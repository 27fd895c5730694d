// Package sentence reads what a caseworker writes about a company: a contact in one line, or a question about who
// has been there. Word order is free and languages may be mixed; words it does not understand become the note.
package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// token is one word, number or mark of the sentence, with its byte offsets.
type token struct {
	start, end int
	text       string
	key        string // folded for comparison; "" for punctuation
}

func (t token) isWord() bool { return t.key != "" }

// ends reports whether the token closes a clause.
func (t token) ends() bool {
	return t.text == "," || t.text == ";" || t.text == "." || t.text == "!" || t.text == "?" || t.text == "\n"
}

// capital reports whether the word begins with a capital letter.
func (t token) capital() bool {
	r, _ := utf8.DecodeRuneInString(t.text)
	return unicode.IsUpper(r)
}

// tokenize divides s into words and marks. A word is letters and digits with the joints that names and numbers
// have inside them (A/S, VVS'er, kl. 9.30, sørensen&søn); a newline is a mark.
func tokenize(s string) []token {
	var tokens []token
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case inWord(r):
			end := wordEnd(s, i)
			tokens = append(tokens, token{i, end, s[i:end], key(s[i:end])})
			i = end
		case r == '\n' || !unicode.IsSpace(r):
			tokens = append(tokens, token{start: i, end: i + size, text: s[i : i+size]})
			i += size
		default:
			i += size
		}
	}
	return tokens
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// wordEnd finds where the word that starts at i ends. A joint belongs to the word when a letter or digit follows.
func wordEnd(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !inWord(r) {
			next, _ := utf8.DecodeRuneInString(s[i+size:])
			if !strings.ContainsRune("/'’&-.:½", r) || !inWord(next) {
				break
			}
		}
		i += size
	}
	return i
}

var keyFolder = strings.NewReplacer("æ", "a", "ae", "a", "ä", "a", "å", "a", "aa", "a", "ø", "o", "oe", "o", "ö", "o", "’", "'", "é", "e", "ü", "y")

// key folds a word so that every way of writing æ, ø and å is equal: lærling, laerling and larling. It serves to
// recognise words of the vocabulary, not to match company names.
func key(word string) string { return keyFolder.Replace(strings.ToLower(norm.NFC.String(word))) }
