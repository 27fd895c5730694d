package document

import (
	"bytes"
	"io"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// styleSheet holds the looks that a page's own style sheets give to classes, ids and tags: ".note", "#x", "p".
// Selectors of more than one part are not followed.
type styleSheet map[string]looks

// The regular expressions of this package are made when they are first needed: the bot starts without.
var (
	sheetAt = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?is)<style[^>]*>(.*?)</style`) })
	rule    = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`([^{}]+)\{([^{}]*)\}`) })
	comment = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?s)/\*.*?\*/`) })
)

// Bounds on style sheets; those of a mail program are some 10 KB.
const (
	mostRules = 5000
	mostSheet = 1 << 20
)

func styleSheetOf(s string) styleSheet {
	sheet := styleSheet{}
	for _, m := range sheetAt().FindAllStringSubmatch(s[:min(len(s), mostSheet)], 20) {
		for _, r := range rule().FindAllStringSubmatch(comment().ReplaceAllString(m[1], ""), mostRules) {
			look := declared(r[2])
			for _, selector := range strings.Split(r[1], ",") {
				if selector = strings.ToLower(strings.TrimSpace(selector)); look != (looks{}) && len(sheet) < mostRules {
					sheet[selector] = look.over(sheet[selector])
				}
			}
		}
	}
	return sheet
}

// declared reads "display: none; color: #fff".
func declared(s string) (l looks) {
	for _, d := range strings.Split(s, ";") {
		if name, value, ok := strings.Cut(d, ":"); ok {
			l.style(name, value)
		}
	}
	return l
}

// looks are those of an element by itself.
func (s styleSheet) looks(t html.Token) looks {
	l := s[t.Data]
	for _, a := range t.Attr {
		value := strings.ToLower(a.Val)
		switch a.Key {
		case "style":
			l = declared(a.Val).over(l)
		case "class":
			for _, class := range strings.Fields(value) {
				l = l.over(s["."+class]).over(s[t.Data+"."+class])
			}
		case "id":
			l = l.over(s["#"+value])
		case "hidden":
			l.vanish = true
		case "color":
			l.white = l.white || isWhite(strings.TrimPrefix(value, "#"))
		case "bgcolor":
			l.shaded = l.shaded || !isWhite(strings.TrimPrefix(value, "#"))
		}
	}
	return l
}

// charsetAt finds the character set that a page names.
var charsetAt = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)<meta[^>]*charset\s*=\s*["']?([a-z0-9_-]+)`)
})

// decodedHTML gives a page as UTF-8. What is valid UTF-8 is, whatever the page says.
func decodedHTML(content []byte) string {
	m := charsetAt().FindSubmatch(content[:min(len(content), 4096)])
	if m == nil || utf8.Valid(content) {
		return decoded(content)
	}
	r, err := charset(string(m[1]), bytes.NewReader(content))
	if err != nil {
		return decoded(content)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		return decoded(content)
	}
	return string(text)
}
