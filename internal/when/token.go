package when

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

type tokenKind uint8

const (
	tokWord   tokenKind = iota + 1 // letters with their combining marks
	tokNumber                      // ASCII digits
	tokMark                        // one punctuation mark or symbol; norm holds it, every dash is "-"
	tokBreak                       // a line end: no expression goes across it
	tokOpaque                      // a link, an address or Slack markup, never looked into
)

type token struct {
	kind       tokenKind
	capital    bool // a word that starts with a capital letter
	glued      bool // nothing stands between this token and the one before
	digits     int  // tokNumber: how many digits
	num        int  // tokNumber: the value, -1 when longer than nine digits
	start, end int
	norm       string // lower case with æ ø å as ae oe aa; "" for words too long to be in any list
}

// maxWord is longer than any word in the lists; longer words are not worth folding.
const maxWord = 48

// tokenize splits s in one pass; it never fails, whatever the bytes are.
func tokenize(s string) []token {
	toks := make([]token, 0, len(s)/4+4)
	prevEnd, chunkEnd := 0, 0
	for i := 0; i < len(s); {
		r, w := utf8.DecodeRuneInString(s[i:])
		if r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' {
			toks = append(toks, token{kind: tokBreak, start: i, end: i + w})
			i += w
			continue
		}
		if unicode.IsSpace(r) || invisible(r) {
			i += w
			continue
		}
		t := token{start: i, glued: i == prevEnd && i > 0}
		if end := markupEnd(s, i, r); end > 0 {
			t.kind, t.end = tokOpaque, end
		} else if i >= chunkEnd {
			end, address := chunk(s, i)
			chunkEnd = end
			if address {
				t.kind, t.end = tokOpaque, end
			}
		}
		if t.kind == 0 {
			readToken(s, r, w, &t)
		}
		toks = append(toks, t)
		i, prevEnd = t.end, t.end
	}
	return toks
}

func invisible(r rune) bool { return r == '\u200b' || r == '\ufeff' || r == '\u2060' }

// markupEnd is the end of Slack markup such as <@U1>, <#C1|name>, <tel:12345678|12 34 56 78>, or 0.
func markupEnd(s string, i int, r rune) int {
	const longest = 3000 // a Slack message block is no longer
	if r != '<' || i+1 >= len(s) || !strings.ContainsRune("@#!abcdefghijklmnopqrstuvwxyz", rune(s[i+1])) {
		return 0
	}
	rest := s[i:min(len(s), i+longest)]
	end := 1 + strings.IndexAny(rest[1:], "<>\n") // stopping at "<" keeps a row of them cheap
	if end == 0 || rest[end] != '>' || s[i+1] >= 'a' && !strings.Contains(rest[:end], ":") {
		return 0
	}
	return i + end + 1
}

// chunk is the end of the run without white space that starts at i, and whether it is a link or a mail address.
func chunk(s string, i int) (end int, address bool) {
	end = len(s)
	stop := func(r rune) bool { return unicode.IsSpace(r) || r == '<' || r == '>' }
	if n := strings.IndexFunc(s[i+1:], stop); n >= 0 { // the first byte may itself be "<"
		end = i + 1 + n
	}
	c := s[i:end]
	at := strings.IndexByte(c, '@')
	return end, strings.Contains(c, "://") || strings.HasPrefix(c, "www.") || at > 0 && strings.Contains(c[at:], ".")
}

func readToken(s string, r rune, w int, t *token) {
	switch {
	case r >= '0' && r <= '9':
		readNumber(s, t)
	case unicode.IsLetter(r):
		t.kind, t.capital = tokWord, unicode.IsUpper(r)
		t.end = t.start + w + wordTail(s[t.start+w:])
		t.norm = fold(s[t.start:t.end])
	default:
		t.kind, t.end = tokMark, t.start+w
		t.norm = s[t.start:t.end]
		if unicode.Is(unicode.Pd, r) || r == '\u2212' {
			t.norm = "-"
		}
	}
}

func readNumber(s string, t *token) {
	t.kind, t.end = tokNumber, t.start
	for t.end < len(s) && s[t.end] >= '0' && s[t.end] <= '9' {
		if t.digits++; t.digits <= 9 {
			t.num = t.num*10 + int(s[t.end]-'0')
		} else {
			t.num = -1
		}
		t.end++
	}
}

func wordTail(s string) int {
	n := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\u00ad' })
	if n < 0 {
		return len(s)
	}
	return n
}

var folder = strings.NewReplacer("æ", "ae", "ä", "ae", "ø", "oe", "ö", "oe", "å", "aa", "é", "e", "\u00ad", "")

// fold makes one spelling of a word: composed or decomposed, upper or lower case, æøå or aeoeaa.
func fold(word string) string {
	if len(word) > maxWord {
		return ""
	}
	return folder.Replace(strings.ToLower(norm.NFC.String(word)))
}
