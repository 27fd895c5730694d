package when

import "strings"

// set is a list of words in the folded spelling.
type set map[string]bool

// words makes a set from Danish and English words. Each is also found as typed on a keyboard without æøå, both as
// "loerdag" and as "lordag".
func words(list string) set {
	s := set{}
	for _, w := range strings.Fields(list) {
		for _, v := range spellings(w) {
			s[v] = true
		}
	}
	return s
}

var plain = strings.NewReplacer("æ", "a", "ø", "o", "å", "a")

func spellings(w string) []string {
	full := fold(w)
	if short := plain.Replace(w); short != full {
		return []string{full, short}
	}
	return []string{full}
}

// table makes a lookup from lines of words to a value each.
func table[V any](lines map[string]V) map[string]V {
	t := make(map[string]V)
	for list, v := range lines {
		for w := range words(list) {
			t[w] = v
		}
	}
	return t
}

type numberWord struct {
	n       int
	english bool // not a Danish word, so not before Danish units ("a time", "one time")
	danish  bool // not an English word
}

var numberWords = table(map[string]numberWord{
	"en et én ét": {n: 1, danish: true}, "a an one": {n: 1, english: true},
	"to": {n: 2, danish: true}, "two": {n: 2, english: true},
	"tre": {n: 3, danish: true}, "three": {n: 3, english: true},
	"fire": {n: 4, danish: true}, "four": {n: 4, english: true},
	"fem": {n: 5, danish: true}, "five": {n: 5, english: true},
	"seks": {n: 6, danish: true}, "six": {n: 6, english: true},
	"syv": {n: 7, danish: true}, "seven": {n: 7, english: true},
	"otte": {n: 8, danish: true}, "eight": {n: 8, english: true},
	"ni": {n: 9, danish: true}, "nine": {n: 9, english: true},
	"ti": {n: 10, danish: true}, "ten": {n: 10, english: true},
	"elleve": {n: 11, danish: true}, "eleven": {n: 11, english: true},
	"tolv": {n: 12, danish: true}, "twelve": {n: 12, english: true},
	"fjorten": {n: 14, danish: true}, "fourteen": {n: 14, english: true},
	"femten": {n: 15, danish: true}, "fifteen": {n: 15, english: true},
	"tyve": {n: 20, danish: true}, "twenty": {n: 20, english: true},
	"tredive": {n: 30, danish: true}, "thirty": {n: 30, english: true},
	"fyrre": {n: 40, danish: true}, "forty": {n: 40, english: true},
	"femogfyrre": {n: 45, danish: true},
})

var ordinals = table(map[string]int{
	"første first": 1, "andet anden second": 2, "tredje third": 3, "fjerde fourth": 4,
})

// Words that say which of a row of periods is meant.
var (
	lastWords  = words("sidste forrige last previous")
	nextWords  = words("næste next kommende førstkommende coming following")
	thisWords  = words("denne dette this indeværende current")
	inWords    = words("i in")
	theWords   = words("den det de the d")
	joinWords  = words("til to until og and")
	ofWords    = words("af of i in")
	rollWords  = words("sidste seneste forløbne last past previous")
	agoWords   = words("siden ago")
	everyWords = words("hver hvert every each")
)

// measures are what makes the number before it an amount and no date, year or week.
var measures = words(`kr kroner dkk eur euro mio mia million millioner millions milliard milliarder tkr pct procent
	percent kg km liter m2 stk`)

// fractionNouns follow "1/2" and "3/4" when those are fractions.
var fractionNouns = words(`time timer times dag dage måned måneder år uge uger stilling stillinger årsværk side sider
	af of an a mile hour hours day days month months year years week weeks liter ton m position part parts`)
