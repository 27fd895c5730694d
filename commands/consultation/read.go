package consultation

import (
	"regexp"
	"strconv"
	"strings"

	"samspil/commands"
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
	verbMove    verb = "move"
	verbCancel  verb = "cancel"
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
	"move": verbMove, "flyt": verbMove, "udsæt": verbMove, "postpone": verbMove, "extend": verbMove, "forlæng": verbMove,
	"cancel": verbCancel, "aflys": verbCancel, "annuller": verbCancel, "annullér": verbCancel,
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

// remarks are the ways to say "with comments".
var remarks = regexp.MustCompile(`(?:med|m\.?|with|w/) ?(?:(?:de |få |enkelte |visse |følgende |some |a few )?(?:bemærkning(?:er)?|bem\.?|kommentar(?:er)?|forbehold|comments?|remarks?|reservations?))`)

// itself are words between a position and what is said of it that change nothing.
var itself = regexp.MustCompile(`(?: (?:forslaget|projektet|projektforslaget|det|helt|fuldt ud|the (?:proposal|project)|it|fully))?`)

// positionWords are the ways a position is said, the longer ones first; behind each follow its words. Support without
// comments needs a mark before its words: "støtter overhovedet ikke" and "støtter, men …" are none.
var positionWords = []commands.Way[crm.Position]{
	{Said: regexp.MustCompile(`(?is)^(?:vi |we )?(?:støtter?|supports?)` + itself.String() + `[\s,:;–-]+` + remarks.String() + `((?:\P{L}.*)?)$`), Is: crm.SupportsWithComments},
	{Said: regexp.MustCompile(`(?is)^(?:vi |we )?(?:(?:har )?(?:betænkeligheder|betænkelig)|(?:has |have )?concerns)((?:\P{L}.*)?)$`), Is: crm.Concerns},
	{Said: regexp.MustCompile(`(?is)^(?:er )?(?:ikke relevant|not relevant)((?:\P{L}.*)?)$`), Is: crm.NotRelevant},
	{Said: regexp.MustCompile(`(?is)^(?:vi |we )?(?:støtter?|supports?)` + itself.String() + `(\s*(?:[,:.!;\n–-].*)?)$`), Is: crm.Supports, Yes: true},
}

// nothing behind a colon takes the position back: "betænkeligheder: ingen".
var nothing = regexp.MustCompile(`(?i)^(?:ingen|nej|intet|none|no|nothing|-)\P{L}*$`)

// position reads "støtter med bemærkninger: der mangler pladser". ok is false where no position is certain.
func position(said string) (p crm.Position, words string, ok bool) {
	p, words, ok = commands.Said(positionWords, said)
	return p, words, ok && !nothing.MatchString(words)
}
