package bot

import (
	"fmt"
	"regexp"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
)

// HelpFeature is the name of the feature that stands for the bot itself: it gets whatever no other feature does.
const HelpFeature = "samspil"

// certain is how well a sentence must fit a feature to be handed to it.
const certain = 0.5

// routes finds the feature something is meant for.
type routes struct {
	features []commands.Feature
	byName   map[string]*commands.Feature
	byWord   map[string]*commands.Feature // by folded word
}

// target is a handler and what it is asked.
type target struct {
	feature string
	handle  commands.Handler
	request commands.Request
}

func newRoutes(features []commands.Feature) routes {
	r := routes{features, map[string]*commands.Feature{}, map[string]*commands.Feature{}}
	for i := range features {
		r.add(&features[i])
	}
	if r.byName[HelpFeature] == nil {
		panic("bot: no feature is named " + HelpFeature)
	}
	return r
}

func (r routes) add(f *commands.Feature) {
	if f.Name == "" || strings.Contains(f.Name, ".") || f.Handle == nil || len(f.Words) == 0 {
		panic(fmt.Sprintf("bot: feature %q lacks a plain name, a word or a handler", f.Name))
	}
	if r.byName[f.Name] != nil {
		panic(fmt.Sprintf("bot: two features are named %q", f.Name))
	}
	r.byName[f.Name] = f
	for _, list := range [][]string{f.Words, f.Also} {
		for _, word := range list {
			// "besøg" and "besoeg" are the same word, and may both stand in one feature's lists.
			if other := r.byWord[fold(word)]; other != nil && other != f {
				panic(fmt.Sprintf("bot: %q leads to %s and to %s", word, other.Name, f.Name))
			}
			if fold(word) == "" {
				panic(fmt.Sprintf("bot: feature %s has an empty word", f.Name))
			}
			r.byWord[fold(word)] = f
		}
	}
}

// find gives the handler for what arrived. A button or form nobody knows is a crm.Error of kind NotFound.
func (r routes) find(in Inbound) (target, error) {
	switch in.Kind {
	case Command:
		return r.command(in.Command, in.Text), nil
	case Sentence:
		return r.sentence(in.Text, len(in.Files) > 0), nil
	case Action:
		id, _, _ := strings.Cut(in.Action, commands.AgainMark)
		name, action, _ := strings.Cut(id, ".")
		if f := r.byName[name]; f != nil && f.Actions[action] != nil {
			return target{name, f.Actions[action], commands.Request{Action: action, Value: in.Value}}, nil
		}
		return target{}, crm.Errorf(crm.NotFound, errButtonGone)
	case Submit:
		name, form, _ := strings.Cut(in.Callback, ".")
		if f := r.byName[name]; f != nil && f.Forms[form] != nil {
			req := commands.Request{Form: form, Values: in.Values, Metadata: in.Metadata}
			return target{name, f.Forms[form], req}, nil
		}
		return target{}, crm.Errorf(crm.NotFound, errFormGone)
	}
	switch in.Kind {
	case Shortcut:
		return r.shortcut(in)
	case Suggest:
		return r.search(in)
	}
	return target{}, fmt.Errorf("bot: unknown kind %q", in.Kind)
}

// shortcut is a button that carries the message it was chosen on.
func (r routes) shortcut(in Inbound) (target, error) {
	name, action, _ := strings.Cut(in.Callback, ".")
	if f := r.byName[name]; f != nil && f.Actions[action] != nil {
		return target{name, f.Actions[action], commands.Request{Action: action, Text: in.Text}}, nil
	}
	return target{}, crm.Errorf(crm.NotFound, errButtonGone)
}

// search finds what a field offers.
func (r routes) search(in Inbound) (target, error) {
	name, search, _ := strings.Cut(in.Action, ".")
	if f := r.byName[name]; f != nil && f.Searches[search] != nil {
		return target{name, f.Searches[search], commands.Request{Text: in.Text}}, nil
	}
	return target{}, crm.Errorf(crm.NotFound, errFormGone)
}

// command routes a slash command. The help feature's own word may be followed by any other command.
func (r routes) command(word, rest string) target {
	f := r.byWord[fold(word)]
	if f == nil {
		if at := strings.LastIndexByte(word, '-'); at >= 0 && r.byWord[fold(word[at+1:])] != nil {
			return r.command(word[at+1:], rest) // "/p-visit", as a manifest with a prefix has it
		}
		return r.help("", strings.TrimSpace(word+" "+rest))
	}
	if f.Name != HelpFeature {
		if asksForHelp[strings.ToLower(strings.TrimSpace(rest))] {
			return r.help(word, f.Words[0])
		}
		return ask(f, word, rest)
	}
	if inner, after, ok := r.leading(rest); ok {
		return ask(inner, firstWord(rest), after)
	}
	return r.help(word, rest)
}

// asksForHelp is what people put after a command to learn what may follow it.
var asksForHelp = map[string]bool{"help": true, "hjælp": true, "hjaelp": true, "?": true}

// sentence routes a mention or a direct message: by its first word, else to the feature that it fits best.
func (r routes) sentence(s string, files bool) target {
	s = withoutMention(s)
	if _, rest, ok := r.leading(s); ok {
		return r.command(firstWord(s), rest)
	}
	if best := r.claimant(s); best != nil {
		return ask(best, "", s)
	}
	if f := r.reader(); files && f != nil {
		return ask(f, "", s)
	}
	return r.help("", s)
}

// reader is the feature that takes files, nil for none.
func (r routes) reader() *commands.Feature {
	for i := range r.features {
		if r.features[i].TakesFiles {
			return &r.features[i]
		}
	}
	return nil
}

// claimant is the feature a sentence fits best, nil when it fits none; the earlier in the list where two fit
// equally well.
func (r routes) claimant(s string) *commands.Feature {
	var best *commands.Feature
	fit := 0.0
	for i := range r.features {
		f := &r.features[i]
		if f.Claims == nil {
			continue
		}
		if c := f.Claims(s); c >= certain && c > fit {
			best, fit = f, c
		}
	}
	return best
}

func (r routes) help(word, s string) target { return ask(r.byName[HelpFeature], word, s) }

func ask(f *commands.Feature, word, rest string) target {
	return target{f.Name, f.Handle, commands.Request{Command: bare(word), Text: rest}}
}

// leading is the feature that the first whole word of s names, and what follows that word.
func (r routes) leading(s string) (f *commands.Feature, rest string, ok bool) {
	word := firstWord(s)
	f = r.byWord[fold(word)]
	if f == nil {
		return nil, "", false
	}
	return f, strings.TrimSpace(strings.TrimSpace(s)[len(word):]), true
}

func firstWord(s string) string {
	words := strings.Fields(s)
	if len(words) == 0 {
		return ""
	}
	return words[0]
}

// mention is a mention at the start, as Slack writes it and as people type it.
var mention = regexp.MustCompile(`(?i)^\s*(?:<@[UW][A-Z0-9]*(?:\|[^>]*)?>|@samspil\b)[\s:,]*`)

func withoutMention(s string) string { return mention.ReplaceAllString(s, "") }

// bare is a command word without its slash and what people put after it. A lone "?" stays: it asks for help.
func bare(word string) string {
	word = strings.ToLower(strings.TrimPrefix(word, "/"))
	if trimmed := strings.TrimRight(word, ":,.!?"); trimmed != "" {
		return trimmed
	}
	return word
}

var folder = strings.NewReplacer("æ", "ae", "ø", "o", "å", "a", "oe", "o", "aa", "a")

// fold makes the spellings of a command word equal: "Besøg", "besoeg" and "besog".
func fold(word string) string { return folder.Replace(bare(word)) }
