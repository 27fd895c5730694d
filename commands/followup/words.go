package followup

import "strings"

// act is what a line asks for.
type act string

// The acts.
const (
	actList    act = ""
	actShow    act = "show" // numbers alone
	actNew     act = "new"
	actDone    act = "done"
	actMove    act = "move"
	actGive    act = "give"
	actUnclear act = "unclear" // two acts at once
)

// verbs say what is done; each is one word, in every form people type.
var verbs = map[string]act{
	"done": actDone, "udført": actDone, "færdig": actDone, "færdige": actDone, "færdiggjort": actDone, "klaret": actDone, "afsluttet": actDone, "afslut": actDone,
	"luk": actDone, "lukket": actDone, "lukkes": actDone, "gjort": actDone, "ordnet": actDone, "overstået": actDone, "close": actDone, "closed": actDone,
	"complete": actDone, "completed": actDone, "finish": actDone, "finished": actDone,
	"flyt": actMove, "flytte": actMove, "flyttes": actMove, "flyttet": actMove, "udskyd": actMove, "udskydes": actMove, "udsæt": actMove, "udsættes": actMove,
	"ryk": actMove, "skub": actMove, "move": actMove, "moved": actMove, "postpone": actMove, "reschedule": actMove, "push": actMove,
	"giv": actGive, "gives": actGive, "overdrag": actGive, "overdrages": actGive, "overlad": actGive, "tildel": actGive, "overgiv": actGive, "overtag": actGive,
	"give": actGive, "assign": actGive, "handover": actGive, "take": actGive,
}

// takes are the verbs by which somebody takes a follow-up over themselves.
var takes = map[string]bool{"overtag": true, "take": true}

var selfWords = map[string]bool{"mig": true, "me": true, "jeg": true, "myself": true}

// newStarts begin a new follow-up when they stand first; the longer ones are tried first.
var newStarts = [][]string{
	{"mind", "mig", "om", "at"}, {"mind", "mig", "om"}, {"mind", "mig", "på", "at"}, {"mind", "mig", "på"}, {"remind", "me", "to"}, {"remind", "me", "about"},
	{"husk", "mig", "på", "at"}, {"husk", "at"}, {"husk"}, {"remember", "to"}, {"remember"}, {"ny", "opfølgning"}, {"new", "follow-up"}, {"new", "followup"},
	{"ny"}, {"nyt"}, {"new"}, {"opret"}, {"tilføj"}, {"add"},
}

var (
	toWords  = map[string]bool{"til": true, "to": true}
	allWords = map[string]bool{"alle": true, "alt": true, "allesammen": true, "all": true, "everything": true, "everybody": true, "everyone": true}
	// stateWords narrow a list to what is overdue.
	stateWords = map[string]string{"forfaldne": overdue, "forfalden": overdue, "forfaldent": overdue, "overskredne": overdue, "overskredet": overdue, "forsinkede": overdue, "overdue": overdue, "late": overdue}

	questionWords = wordSet("hvad", "hvilke", "what", "which", "mangler", "har", "vis", "show", "list", "liste")
	// denials turn an act into its opposite.
	denials = wordSet("ikke", "not", "don't", "aldrig", "never", "ingen", "endnu", "yet")
	// polite words make a question with "?" a wish all the same.
	polite = wordSet("kan", "vil", "can", "could", "will", "would", "please", "må", "may")
	// around stand before and behind a company's name where something is done; inside it they are its own.
	around = wordSet("og", "and", "med", "with", "den", "det", "de", "the", "nr", "no", "nummer", "number", "opfølgning", "opfølgningen", "followup",
		"follow-up", "opfølgningerne", "opfølgninger", "er", "is", "are", "som", "as", "i", "in", "fra", "from", "for", "hos", "at", "på", "on",
		"please", "tak", "venligst", "kan", "du", "can", "you", "jeg", "har", "nu", "now", "over", "af", "of", "blevet", "been", "was")
	// fillers say nothing by themselves in a list's line.
	fillers = wordSet("og", "and", "&", "med", "with", "den", "det", "de", "the", "nr", "no", "num", "nummer", "number", "opfølgning",
		"opfølgningen", "opfølgninger", "opfølgningerne", "followup", "followups", "follow-up", "follow-ups", "follow", "up",
		"ups", "er", "is", "are", "was", "som", "as", "i", "in", "fra", "from", "for", "hos", "at", "på", "on", "please", "tak",
		"venligst", "kan", "du", "can", "you", "will", "list", "liste", "vis", "show", "mine", "my", "min", "mit", "se", "see",
		"åbne", "open", "hvad", "hvilke", "what", "which", "mangler", "har", "have", "do", "jeg", "skal", "should", "følge",
		"op", "nu", "now", "over", "hand", "sig", "af", "of", "kollega", "colleague's")
	// promiseWords name a follow-up.
	promiseWords = wordSet("opfølgning", "opfølgningen", "opfølgninger", "opfølgningerne", "followup", "followups", "follow-up", "follow-ups")
)

// overdue is the slot value of a list of what is overdue.
const overdue = "overdue"

func wordSet(words ...string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		set[w] = true
	}
	return set
}

// lower are the words as they are compared.
func lower(tokens []string) []string {
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = strings.ToLower(strings.Trim(t, ",.:;!?\"'()"))
	}
	return words
}

func first(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return words[0]
}

func mentionsPromise(words []string) bool {
	for _, w := range words {
		if promiseWords[w] {
			return true
		}
	}
	return false
}

// afterNew is how many words at the start ask for a new follow-up.
func afterNew(words []string) (n int, ok bool) {
	for _, start := range newStarts {
		if len(words) >= len(start) && strings.Join(words[:len(start)], " ") == strings.Join(start, " ") {
			return len(start), true
		}
	}
	return 0, false
}
