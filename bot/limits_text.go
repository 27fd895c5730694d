package bot

import (
	"strings"
	"unicode"

	"github.com/slack-go/slack"
)

// isBlank reports whether there is nothing to read.
func isBlank(s string) bool { return strings.TrimSpace(s) == "" }

// words gives a text object of at most limit characters, nil for an empty one. Emoji is for plain text, verbatim for
// mrkdwn alone.
func words(t *slack.TextBlockObject, limit int) *slack.TextBlockObject {
	if t == nil || isBlank(t.Text) {
		return nil
	}
	n := *t
	if n.Type != slack.MarkdownType {
		return plain(t, limit)
	}
	n.Text, n.Emoji = clipMrkdwn(t.Text, limit), nil
	return &n
}

// plain is words for where there is no mrkdwn.
func plain(t *slack.TextBlockObject, limit int) *slack.TextBlockObject {
	if t == nil || isBlank(t.Text) {
		return nil
	}
	n := *t
	n.Type, n.Text, n.Verbatim = slack.PlainTextType, clip(t.Text, limit), false
	return &n
}

// clipMrkdwn is clip for text with links, people and dates in it, "<…>", which it leaves whole, and closes the bold that
// the whole text stood in.
func clipMrkdwn(s string, limit int) string {
	if runes(s) <= limit {
		return s
	}
	end := "…"
	if strings.HasPrefix(s, "*") && strings.HasSuffix(s, "*") {
		end = "…*"
	}
	cut := cutWhole(s, limit-runes(end))
	if from := strings.LastIndexByte(cut, '<'); from > strings.LastIndexByte(cut, '>') && strings.IndexByte(s[from:], '>') > 0 {
		cut = cut[:from]
	}
	return cut + end
}

// clip shortens text to limit characters, the last of them "…", never in the middle of an escape (&amp;), nor of what is
// read as one character.
func clip(s string, limit int) string {
	if runes(s) <= limit {
		return s
	}
	return cutWhole(s, limit-len([]rune("…"))) + "…"
}

// clipRaw is clip for text in which nothing is escaped.
func clipRaw(s string, limit int) string {
	if runes(s) <= limit {
		return s
	}
	return string(cutCharacter([]rune(s), limit-1)) + "…"
}

// cutWhole is a beginning of at most n characters.
func cutWhole(s string, n int) string {
	cut := cutCharacter([]rune(s), n)
	for i := len(cut) - 1; i >= 0 && i > len(cut)-len("&amp;"); i-- {
		if cut[i] == ';' {
			break
		}
		if cut[i] == '&' {
			return string(cut[:i])
		}
	}
	return string(cut)
}

// cutCharacter cuts before the character, with all that combines with it, in which n lies.
func cutCharacter(all []rune, n int) []rune {
	for n > 0 && n < len(all) && (combines(all[n]) || all[n-1] == joiner) {
		n--
	}
	if n > 0 && n < len(all) && isFlag(all[n]) && flagsBefore(all, n)%2 == 1 {
		n--
	}
	return all[:n]
}

// joiner makes one picture of two: U+200D, https://www.unicode.org/reports/tr51
const joiner = '\u200d'

// combines reports whether the rune belongs to the one before it: an accent, a variant, a skin tone.
func combines(r rune) bool {
	return unicode.Is(unicode.M, r) || r == joiner || r >= 0x1F3FB && r <= 0x1F3FF || r >= 0xE0020 && r <= 0xE007F
}

// isFlag reports whether the rune is half a flag.
func isFlag(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

func flagsBefore(all []rune, n int) int {
	from := n
	for from > 0 && isFlag(all[from-1]) {
		from--
	}
	return n - from
}
