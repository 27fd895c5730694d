package bot

import (
	"strings"

	"github.com/slack-go/slack"
)

// within gives a text object of at most limit characters, nil for an empty one.
func within(t *slack.TextBlockObject, limit int) *slack.TextBlockObject {
	if t == nil || strings.TrimSpace(t.Text) == "" {
		return nil
	}
	if runes(t.Text) <= limit {
		return t
	}
	c := *t
	c.Text = clip(t.Text, limit)
	return &c
}

// clip shortens escaped text to limit characters, the last of them "…", never in the middle of an escape, and closes
// the bold that the whole text stood in.
func clip(s string, limit int) string {
	if runes(s) <= limit {
		return s
	}
	end := "…"
	if strings.HasPrefix(s, "*") && strings.HasSuffix(s, "*") {
		end = "…*"
	}
	cut := []rune(s)[:limit-len([]rune(end))]
	for i := len(cut) - 1; i >= 0 && i > len(cut)-len("&amp;"); i-- {
		if cut[i] == ';' {
			break
		}
		if cut[i] == '&' {
			cut = cut[:i]
			break
		}
	}
	return string(cut) + end
}
