package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mended puts together the words that a line end divides. The rest of the word goes to the line where it begins:
// "virksom-" and "heder i regionen" become "virksomheder" and "i regionen". divided tells the lines that ended in a
// soft hyphen, which the line itself no longer shows.
func mended(list []string, divided []bool) []string {
	var out []string
	soft := false // the last line of out ended in a soft hyphen
	for i, line := range list {
		if n := len(out); n > 0 {
			stem, hard := strings.CutSuffix(out[n-1], "-")
			word, rest := firstWord(line)
			if hyphen, joins := joint(stem, word, line); joins && (hard || soft) && len(stem) < mostLine {
				if !hard {
					hyphen = ""
				}
				out[n-1], line = stem+hyphen+word, rest
				if soft = divided[i]; rest == "" {
					continue
				}
			}
		}
		out = append(out, line)
		soft = divided[i]
	}
	return out
}

// mostLine is how many bytes a line may have for a word at its end to be mended, so that a file of nothing but
// hyphens and line ends does not become one line, piece by piece.
const mostLine = 300

// firstWord cuts a line behind its first word.
func firstWord(line string) (word, rest string) {
	word, rest, _ = strings.Cut(line, " ")
	return word, rest
}

// joint says whether the stem before a hyphen at a line end and the first word of the next line are one word, and
// whether the hyphen stays in it: "EU-" and "midler", "Lolland-" and "Falster", "2014-" and "2016" keep it. What is
// left open on purpose ("job- og uddannelse", "- et punkt") does not join.
func joint(stem, word, next string) (hyphen string, joins bool) {
	before, _ := utf8.DecodeLastRuneInString(stem)
	after, _ := utf8.DecodeRuneInString(word)
	open, _ := firstWord(strings.TrimRight(next, ".,;:"))
	switch {
	case word == "" || strings.Contains(word, "\t"):
		return "", false
	case openEnds[strings.ToLower(open)]:
		return "", false
	case unicode.IsDigit(before) && unicode.IsDigit(after):
		return "-", true
	case !unicode.IsLetter(before) && !unicode.IsDigit(before) || !unicode.IsLetter(after):
		return "", false
	case unicode.IsUpper(after) || unicode.IsDigit(before) || isAbbreviation(stem):
		return "-", true
	}
	return "", true
}

// openEnds are the words that follow a hyphen which stands for the end of a compound.
//
//house:typed
var openEnds = map[string]bool{"og": true, "eller": true, "samt": true, "og/eller": true, "men": true, "til": true, "som": true,
	"såvel": true, "and": true, "or": true, "and/or": true, "to": true}

// isAbbreviation reports whether the last word of the stem is all capitals, as in "EU" and "AMU".
func isAbbreviation(stem string) bool {
	const longest = 12
	end := stem[max(len(stem)-longest-1, 0):]
	word := end[strings.LastIndexAny(end, " \t(/")+1:]
	return len(word) <= longest && utf8.RuneCountInString(word) > 1 && strings.ToUpper(word) == word
}
