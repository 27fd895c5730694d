package moving

import (
	"slices"
	"strings"

	"samspil/internal/crm"
	"samspil/internal/sentence"
	"samspil/internal/text"
)

// choice is a code with its words.
type choice struct {
	code string
	name text.Text
}

var (
	shares = []choice{
		{string(crm.ShareDefault), text.New("efter aftale", "as agreed")}, {string(crm.ShareNothing), text.New("intet", "nothing")},
		{string(crm.ShareMonth), text.New("måned", "month")}, {string(crm.ShareFact), text.New("fakta", "facts")}, {string(crm.ShareNote), text.New("note", "note")},
	}
	followStates = []choice{{string(crm.FollowUpOpen), text.New("åben", "open")}, {string(crm.FollowUpDone), text.New("færdig", "done")}}
	yes          = text.New("ja", "yes")
	no           = text.New("nej", "no")
)

func (c choice) in(lang text.Lang) string { return c.name.In(lang) }

func nameOf(list []choice, code string, lang text.Lang) string {
	for _, c := range list {
		if c.code == code {
			return c.in(lang)
		}
	}
	return code
}

// codeOf is the code that the words are the name of, in either language.
func codeOf(list []choice, words string) (string, bool) {
	for _, c := range list {
		if same(words, c.code, c.in(text.Danish), c.in(text.English)) {
			return c.code, true
		}
	}
	return "", false
}

// termOf is codeOf for the vocabulary.
func termOf(list []crm.Term, words string) (string, bool) {
	for _, t := range list {
		if same(words, t.Code, t.Name(text.Danish), t.Name(text.English)) {
			return t.Code, true
		}
	}
	return "", false
}

func same(words string, names ...string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return folded(n) == folded(words) })
}

// statusWords are what other programs call the statuses.
//
//house:typed
var statusWords = map[string]crm.Status{
	"afholdt": crm.Done, "afsluttet": crm.Done, "done": crm.Done, "held": crm.Done, "udført": crm.Done, "færdig": crm.Done, "closed": crm.Done, "lukket": crm.Done,
	"åben": crm.Planned, "open": crm.Planned, "aftalt": crm.Planned, "scheduled": crm.Planned, "booket": crm.Planned, "kommende": crm.Planned,
	"annulleret": crm.Cancelled, "canceled": crm.Cancelled, "udeblev": crm.NoShow, "udeblevet": crm.NoShow, "no show": crm.NoShow,
}

// yesWords say that something holds.
//
//house:typed
var yesWords = []string{"ja", "yes", "1", "true", "sand", "x"}

func statusOf(words string) (crm.Status, bool) {
	if code, ok := termOf(crm.Statuses, words); ok {
		return crm.Status(code), true
	}
	s, ok := statusWords[folded(words)]
	return s, ok
}

func channelOf(words string) (crm.Channel, bool) {
	if code, ok := termOf(crm.Channels, words); ok {
		return crm.Channel(code), true
	}
	return sentence.ChannelOf(words)
}

func outcomeOf(words string) (crm.Outcome, bool) {
	if code, ok := termOf(crm.Outcomes, words); ok {
		return crm.Outcome(code), true
	}
	return sentence.OutcomeOf(words)
}

func tradeOf(words string) (string, bool) {
	if code, ok := termOf(crm.Trades, words); ok {
		return code, true
	}
	return sentence.TradeOf(words)
}

// purposesOf reads purposes that stand one on a line or with signs between, and gives the words that name none.
func purposesOf(words string) (list []crm.Purpose, unread []string) {
	add := func(p crm.Purpose) {
		if !slices.Contains(list, p) {
			list = append(list, p)
		}
	}
	for _, part := range strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune("\n;,|/", r) }) {
		if code, ok := termOf(crm.Purposes, part); ok {
			add(crm.Purpose(code))
			continue
		}
		found := sentence.PurposesOf(part)
		for _, p := range found {
			add(p)
		}
		if part = strings.TrimSpace(part); len(found) == 0 && part != "" {
			unread = append(unread, part)
		}
	}
	return list, unread
}
