package bot_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/slack-go/slack"

	"samspil/bot"
	"samspil/commands"
	"samspil/internal/text"
)

func TestCuts(t *testing.T) {
	for _, c := range []struct{ end, want string }{ // after 2,990 letters
		{strings.Repeat("&amp;", 4), "a&amp;…"}, {"<https://example.org/x|her> og mere", "a…"}, {"*fed* x y z", "x y…"},
		{"12345678e\u0301e\u0301e\u0301", "12345678…"}, {"1234567👩\u200d👧\u200d👦 x", "1234567…"}, {"12345678🇩🇰🇩🇰", "12345678…"}, {"12345678👍🏽👍🏽👍🏽", "12345678…"},
	} {
		words := strings.Repeat("a", 2990) + c.end
		got := clamped(t, slack.NewSectionBlock(mrkdwn(words), nil, nil))[0].(*slack.SectionBlock).Text.Text
		if utf8.RuneCountInString(words) > 3000 && !strings.HasSuffix(got, c.want) {
			t.Errorf("%q ends in %q", c.end, strings.TrimLeft(got, "a"))
		}
	}
}

// survives builds a message, a form and a Home tab of every kind of block, and asks a checker that knows nothing of the
// code.
func survives(t *testing.T, word string, seed uint64, n int) {
	t.Helper()
	c := newChaos(seed, word)
	blocks := several(n, c.block)
	before := jsonOf(t, blocks)
	_, message := bot.ClampMessage(text.Danish, "", blocks)
	_, again := bot.ClampMessage(text.Danish, "", message)
	home := bot.ClampHome(text.Danish, blocks)
	view, err := bot.ClampView(text.Danish, form(blocks...))
	twice, _ := bot.ClampView(text.Danish, view)
	if err != nil {
		t.Fatal(err)
	}
	wrong := append(append(refusedBlocks(t, "message", message), refusedBlocks(t, "home", home)...), refusedView(t, view)...)
	switch {
	case len(wrong) > 0:
		t.Errorf("seed %d: Slack refuses %.2000v", seed, wrong)
	case jsonOf(t, message) != jsonOf(t, again) || jsonOf(t, home) != jsonOf(t, bot.ClampHome(text.Danish, home)) || jsonOf(t, view) != jsonOf(t, twice):
		t.Errorf("seed %d: clamped twice it differs", seed)
	case jsonOf(t, blocks) != before:
		t.Errorf("seed %d: what was given was changed", seed)
	}
}

func TestEverythingIsWithinSlacksLimits(t *testing.T) {
	for seed := range uint64(12) {
		survives(t, []string{"æ", "& <!channel> *fed* ", "e\u0301"}[seed%3], seed, int(seed)%12)
	}
	survives(t, "x", 61, 130)
}

func FuzzClamp(f *testing.F) {
	for i, word := range []string{"*fed* & <!channel> ", "&", "æ", "e\u0301", "👩\u200d👧", " ", "\xff"} {
		f.Add(word, uint64(i), uint8(i))
	}
	f.Fuzz(func(t *testing.T, word string, seed uint64, n uint8) {
		survives(t, bot.Clean(word[:min(len(word), 60)]), seed, int(n)%8)
	})
}

// FuzzCut: a text that is cut is the beginning of what it was, up to where one character ends.
func FuzzCut(f *testing.F) {
	f.Add("a&b", uint16(12_000))
	f.Add("e\u0301", uint16(6_000))
	f.Add("👩\u200d👧", uint16(5_000))
	f.Fuzz(func(t *testing.T, word string, n uint16) {
		whole := commands.Escape(strings.Repeat(bot.Clean(word), int(n)%13_000))
		got := bot.PlainText(whole)
		rest, is := strings.CutPrefix(whole, strings.TrimSuffix(strings.TrimSuffix(got, "*"), "…"))
		next, _ := utf8.DecodeRuneInString(rest)
		switch {
		case got == whole && utf8.RuneCountInString(got) <= 12_000:
		case !is || utf8.RuneCountInString(got) > 12_000 || bot.PlainText(got) != got:
			t.Errorf("%d characters, a beginning: %v", utf8.RuneCountInString(got), is)
		case rest == whole: // one character that is longer than the limit
		case unicode.Is(unicode.M, next) || next == '\u200d' || strings.Contains(strings.NewReplacer("&amp;", "", "&lt;", "", "&gt;", "").Replace(got), "&"):
			t.Errorf("cut before %q, after %q", next, got[max(0, len(got)-12):])
		}
	})
}
