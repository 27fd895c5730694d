package consultation

import (
	"regexp"
	"strconv"
	"strings"

	"samspil/internal/crm"
)

// verb is what a line asks for.
type verb string

// The verbs.
const (
	verbList    verb = "list"
	verbShow    verb = "show"
	verbStart   verb = "start"
	verbAnswer  verb = "answer"
	verbComment verb = "comment"
	verbEnd     verb = "end"
	verbNote    verb = "note"
	verbSign    verb = "sign"
)

var verbs = map[string]verb{
	"list": verbList, "liste": verbList, "mine": verbList,
	"show": verbShow, "vis": verbShow, "status": verbShow,
	"start": verbStart, "begin": verbStart, "send": verbStart, "iværksæt": verbStart, "igangsæt": verbStart,
	"answer": verbAnswer, "svar": verbAnswer, "svare": verbAnswer, "position": verbAnswer, "holdning": verbAnswer,
	"comment": verbComment, "kommentar": verbComment, "kommentér": verbComment, "kommenter": verbComment, "bemærkning": verbComment, "bemærk": verbComment,
	"end": verbEnd, "close": verbEnd, "finish": verbEnd, "afslut": verbEnd, "luk": verbEnd, "slut": verbEnd,
	"note": verbNote, "notat": verbNote, "høringsnotat": verbNote,
	"sign": verbSign, "godkend": verbSign, "underskriv": verbSign,
}

// asked is what was understood of a line. proposal is 0 where no number was said.
type asked struct {
	verb     verb
	proposal int64
	rest     string
}

var lineShape = regexp.MustCompile(`(?is)^(\p{L}*)\s*(?:(?:nr\.?|no\.?|nummer|number)\s*)?#?(\d{1,9})?(?:[\s:,.]+(.*))?$`)

// read understands "answer 14 supports", "svar nr. 14: støtter" and "14" alone. An empty line is a list.
func read(line string) asked {
	line = strings.TrimSpace(line)
	if line == "" {
		return asked{verb: verbList}
	}
	m := lineShape.FindStringSubmatch(line)
	if m == nil {
		return asked{}
	}
	out := asked{verb: verbs[strings.ToLower(m[1])], rest: strings.TrimSpace(m[3])}
	if m[1] == "" {
		out.verb = verbShow
	}
	out.proposal, _ = strconv.ParseInt(m[2], 10, 64) // nine digits at most; 0 where there are none
	return out
}

// positionWords are the ways a position is said, the longer ones first.
var positionWords = []struct {
	words string
	is    crm.Position
}{
	{"støtter med bemærkninger", crm.SupportsWithComments}, {"støtte med bemærkninger", crm.SupportsWithComments},
	{"supports with comments", crm.SupportsWithComments}, {"support with comments", crm.SupportsWithComments},
	{"har betænkeligheder", crm.Concerns}, {"betænkeligheder", crm.Concerns}, {"betænkelig", crm.Concerns},
	{"has concerns", crm.Concerns}, {"have concerns", crm.Concerns}, {"concerns", crm.Concerns},
	{"ikke relevant", crm.NotRelevant}, {"not relevant", crm.NotRelevant},
	{"støtter", crm.Supports}, {"støtte", crm.Supports}, {"supports", crm.Supports}, {"support", crm.Supports},
}

// negations right behind a position turn it around: "støtter ikke".
var negations = regexp.MustCompile(`(?i)^(ikke|not|kun delvist|delvist|only partly|partly)(\P{L}|$)`)

// position reads "støtter med bemærkninger: der mangler pladser". ok is false where no position is certain.
func position(said string) (p crm.Position, words string, ok bool) {
	low := strings.ToLower(said)
	for _, w := range positionWords {
		if len(low) != len(said) || !strings.HasPrefix(low, w.words) {
			continue
		}
		rest := said[len(w.words):]
		words = strings.TrimLeft(rest, " ,:;.–-\n\t")
		if rest == words && rest != "" || negations.MatchString(words) { // inside a longer word, or denied
			return "", "", false
		}
		return w.is, strings.TrimSpace(words), true
	}
	return "", "", false
}
