package commands

import (
	"regexp"
	"strings"
)

var (
	// turning are words right behind a position or a decision that turn it around: "støtter, men …", "afvist ikke".
	turning = regexp.MustCompile(`(?i)^(?:ikke|not|kun|delvist|only|partly|men|dog|but|however|hvis|såfremt|forudsat|under forudsætning|på betingelse|på vilkår|bortset|undtagen|undtaget|medmindre|if|provided|on condition|except|unless|(?:af|fra) dagsorden\pL*)(?:\P{L}|$)`)
	// conditional are those that make a plain yes more than that: "støtter, når der er penge", "godkendt, med …".
	conditional = regexp.MustCompile(`(?i)^(?:med|når|så længe|with|when|as long as|(?:vi |we )?(?:har|have|has)|betænkelig\pL*|concerns?)(?:\P{L}|$)`)
)

// Way is one way to say a position or a decision. The first group of Said is the words behind it.
type Way[T any] struct {
	Said *regexp.Regexp
	Is   T
	Yes  bool // support or approval without comments
}

// Said reads a line by the first way that fits, with the words behind it. ok is false where none fits, and where the words make
// it uncertain, so that the person is to be asked. Words behind a colon are about it: "afvist: ikke nok lærlinge".
func Said[T any](ways []Way[T], line string) (is T, words string, ok bool) {
	for _, w := range ways {
		if m := w.Said.FindStringSubmatch(line); m != nil {
			words = strings.TrimSpace(strings.TrimLeft(m[1], " ,:;.!–-\n\t"))
			return w.Is, words, (strings.HasPrefix(m[1], ":") || !turns(words)) && !(w.Yes && turnsYes(words))
		}
	}
	return is, "", false
}

// turns reports whether the words behind a position or a decision make it uncertain.
func turns(words string) bool { return turning.MatchString(words) }

// turnsYes is turns for support or an approval without comments.
func turnsYes(words string) bool { return turns(words) || conditional.MatchString(words) }
