package console

import (
	"strings"
	"unicode/utf8"
)

// width is how many columns text takes at most, unless a single word is longer.
const width = 100

const bullet = "• "

// wrap breaks lines at spaces so that they fit into limit columns. Lines that go on are indented by hang, and
// under a bullet by its width too.
func wrap(s string, limit int, hang string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		indent := hang
		if strings.HasPrefix(line, bullet) {
			indent += strings.Repeat(" ", utf8.RuneCountInString(bullet))
		}
		lines[i] = wrapLine(strings.TrimRight(line, " "), limit, indent)
	}
	return strings.Join(lines, "\n")
}

func wrapLine(line string, limit int, indent string) string {
	if utf8.RuneCountInString(line) <= limit {
		return line
	}
	var done []string
	current, used := "", 0
	for _, word := range strings.SplitAfter(line, " ") {
		letters := utf8.RuneCountInString(strings.TrimRight(word, " "))
		if used > utf8.RuneCountInString(indent) && used+letters > limit {
			done = append(done, strings.TrimRight(current, " "))
			current, used = indent, utf8.RuneCountInString(indent)
		}
		current += word
		used += utf8.RuneCountInString(word)
	}
	return strings.Join(append(done, strings.TrimRight(current, " ")), "\n")
}
