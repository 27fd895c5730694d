package commands

import "regexp"

var (
	// turning are words right behind a position or a decision that turn it around: "støtter, men …", "afvist ikke".
	turning = regexp.MustCompile(`(?i)^(?:ikke|not|kun|delvist|only|partly|men|dog|but|however|hvis|såfremt|forudsat|under forudsætning|på betingelse|på vilkår|bortset|undtagen|undtaget|medmindre|if|provided|on condition|except|unless|(?:af|fra) dagsorden\pL*)(?:\P{L}|$)`)
	// conditional are those that make a plain yes more than that: "støtter, når der er penge", "godkendt, med …".
	conditional = regexp.MustCompile(`(?i)^(?:med|når|så længe|with|when|as long as|(?:vi |we )?(?:har|have|has)|betænkelig\pL*|concerns?)(?:\P{L}|$)`)
)

// Turns reports whether the words behind a position or a decision make it uncertain, so that the person is to be asked.
func Turns(words string) bool { return turning.MatchString(words) }

// TurnsYes is Turns for support or an approval without comments.
func TurnsYes(words string) bool { return Turns(words) || conditional.MatchString(words) }
