package proposal

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"samspil/commands"
)

// act is what a line asks for.
type act string

// The acts.
const (
	actForm     act = ""
	actList     act = "list"
	actDraft    act = "draft"
	actShow     act = "show"
	actEdit     act = "edit"
	actComment  act = "comment"
	actDecide   act = "decide"
	actStage    act = "stage"
	actRegister act = "register"
	actSimilar  act = "similar"
	actChannel  act = "channel"
	actModel    act = "model"
	actDelete   act = "delete"
)

var verbs = map[string]act{
	"list": actList, "liste": actList, "alle": actList, "all": actList, "oversigt": actList,
	"show": actShow, "vis": actShow, "se": actShow, "see": actShow, "edit": actEdit, "ret": actEdit, "rediger": actEdit, "redigér": actEdit, "correct": actEdit,
	"comment": actComment, "kommentar": actComment, "kommenter": actComment, "kommentér": actComment, "bemærkning": actComment,
	"decide": actDecide, "afgør": actDecide, "afgoer": actDecide, "afgjort": actDecide, "decided": actDecide, "beslut": actDecide,
	"stage": actStage, "fase": actStage, "trin": actStage, "register": actRegister, "registrer": actRegister, "registrér": actRegister,
	"similar": actSimilar, "lignende": actSimilar, "lign": actSimilar, "ligner": actSimilar, "delete": actDelete, "slet": actDelete, "fjern": actDelete, "remove": actDelete, "channel": actChannel, "kanal": actChannel, "model": actModel, "sprogmodel": actModel,
	"new": actForm, "ny": actForm, "nyt": actForm,
}

// asked is a line as it was understood.
type asked struct {
	act  act
	id   int64
	text string // what follows the verb and the number
}

// pastedRunes is how long a text is that is taken for a proposal, where it has no line breaks.
const pastedRunes = 200

// labelledRunes is how long it is where it has the labels of a form.
const labelledRunes = 60

// read understands one line. A verb with its number goes before everything; what is long, or has several lines, is a
// proposal; the rest are words to search by.
func read(line string) asked {
	line = strings.TrimSpace(line)
	first, rest := word(line)
	verb, known := verbs[first]
	if known && numbered(verb) && !(rest == "" && stageNamed(first) != "") { // "afgjort" alone is a list of those
		number, words := word(rest)
		if id := numberOf(number); id > 0 || !pasted(line) {
			return asked{act: verb, id: id, text: words}
		}
	}
	switch {
	case pasted(line):
		return asked{act: actDraft, text: line}
	case line == "" || known && verb == actForm && rest == "":
		return asked{act: actForm}
	case numberOf(first) > 0 && rest == "":
		return asked{act: actShow, id: numberOf(first)}
	case verb == actModel && rest != "" && onOff(rest) == nil, !known, verb == actForm, numbered(verb): // "model railway" is words
		return asked{act: actList, text: line}
	}
	return asked{act: verb, text: rest}
}

func pasted(line string) bool {
	n := utf8.RuneCountInString(line)
	return n >= pastedRunes || n >= labelledRunes && labelled.MatchString(line) || strings.Contains(line, "\n")
}

// labelled is how forms begin: "Projekttitel: Flere svejsere. Ansøger: …".
var labelled = regexp.MustCompile(`(?i)(?:^|[.;,] )(?:projekt)?(?:titel|title|ansøger|applicant|projekt|project)(?:navn)?: ?\p{L}`)

// word parts the first word, in lower case and without punctuation, from the rest.
func word(s string) (first, rest string) {
	s = strings.TrimSpace(s)
	if i := strings.IndexFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }); i >= 0 {
		s, rest = s[:i], strings.TrimSpace(s[i:])
	}
	if first = strings.ToLower(strings.Trim(s, ".,:;!?")); first == "nr" || first == "no" {
		return word(rest) // "nr. 14"
	}
	return first, rest
}

func numberOf(s string) int64 {
	id, err := strconv.ParseInt(strings.TrimLeft(s, "#"), 10, 64)
	if err != nil || id < 0 {
		return 0
	}
	return id
}

func numbered(a act) bool {
	switch a {
	case actShow, actEdit, actComment, actDecide, actStage, actRegister, actSimilar, actDelete:
		return true
	}
	return false
}

func (a asked) numbered() bool { return numbered(a.act) }

// onOff reads "on" and "off" in both languages; nil is neither.
func onOff(s string) *bool {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "on", "til", "slå til", "ja", "yes":
		return new(true)
	case "off", "fra", "slå fra", "nej", "no":
		return new(false)
	}
	return nil
}

func (a asked) understood() commands.Understood {
	name := a.act
	if name == actForm {
		name = "new"
	}
	u := commands.Understood{Intent: "proposal." + string(name), Slots: map[string]any{}}
	if a.id > 0 {
		u.Slots["proposal"] = a.id
	}
	return u
}

// claims is how well a sentence without a command word fits: it says a proposal is meant.
func claims(sentence string) float64 {
	first, rest := word(sentence)
	second, _ := word(rest)
	_, verb := verbs[first]
	switch {
	case strings.HasPrefix(first, "projektforslag"), verb && strings.HasPrefix(second, "projektforslag"), verb && strings.HasPrefix(second, "proposal"):
		return 0.8
	}
	return 0
}
