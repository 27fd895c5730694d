package privacy

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	oneName  = `\p{Lu}[\pL\p{M}'’.\-]*`
	moreName = `(?:\p{Zs}(?:(?:de|den|von|van|der|af|la)\p{Zs}){0,2}` + oneName + `)`
)

// introduced is a name behind what somebody is called in an application: in running text at least two words, behind a
// colon or in the next cell of a table also one.
var introduced = regexp.MustCompile(`(?:^|[^\pL])(?i:(?:projekt)?kontaktperson(?:er)?|kontakt|att|projektleder(?:en)?|projektansvarlige?|projektkoordinator|koordinator|sagsbehandler|tegningsberettigede?|` +
	`underskriver|underskrevet af|direktør(?:en)?|rektor|forstander|skoleleder|(?:chef|special)?konsulent|fuldmægtig|borgmester|formand|næstformand|contact(?: person)?|project (?:manager|leader)|director|signed by|v/)` +
	`(?:\.?\p{Zs}?(?:[:]|\t|\p{Zs}\p{Zs}+)[\s\p{Zs}]{0,6}(` + oneName + moreName + `{0,5})|\.?\p{Zs}?(` + oneName + moreName + `{1,5}))`)

// mostPeople bounds the names that are looked for everywhere.
const mostPeople = 50

// People gives the names of at least two words that Redact takes out of the texts, so that they can be taken out where
// nothing introduces them.
func People(texts ...string) []string {
	var list []string
	for _, s := range texts {
		for _, m := range introduced.FindAllStringSubmatch(s, -1) {
			name := strings.TrimRight(m[1]+m[2], ".'’-")
			if strings.ContainsFunc(name, unicode.IsSpace) && !slices.Contains(list, name) && len(list) < mostPeople {
				list = append(list, name)
			}
		}
	}
	return list
}

// withoutName takes a name out wherever it stands as words of its own; a genitive's s stays.
func withoutName(s, name string) string {
	if name == "" || strings.Contains(RedactedPerson, name) {
		return s
	}
	var b strings.Builder
	for {
		at := strings.Index(s, name)
		if at < 0 {
			return b.String() + s
		}
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		after, _ := utf8.DecodeRuneInString(strings.TrimPrefix(s[at+len(name):], "s"))
		b.WriteString(s[:at])
		if unicode.IsLetter(before) || unicode.IsLetter(after) {
			b.WriteString(name)
		} else {
			b.WriteString(RedactedPerson)
		}
		s = s[at+len(name):]
	}
}
