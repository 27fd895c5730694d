// Package help is /samspil: what the program does, three things to try, the language, and the nearest command
// when a word is misspelt.
package help

import (
	"context"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

// Settings stores what a person chose, and whom an administrator lets in.
type Settings interface {
	SetLang(ctx context.Context, personID int64, lang text.Lang) error
	AccessRequests(ctx context.Context, team string) ([]crm.AccessRequest, error)
	// AssignPerson makes or changes a person of the administrator's own organisation.
	AssignPerson(ctx context.Context, e crm.Entry, p crm.Person) (crm.Person, error)
	DecideAccess(ctx context.Context, e crm.Entry, id int64, accept bool, role crm.Role) (crm.AccessRequest, error)
}

type feature struct {
	settings Settings
	accounts Accounts
	others   []commands.Feature
}

// New makes the feature; others are the features it tells about, in the order they are shown.
func New(settings Settings, accounts Accounts, others []commands.Feature) commands.Feature {
	f := &feature{settings, accounts, others}
	return commands.Feature{
		Name:     "samspil",
		Words:    []string{"samspil"},
		Also:     []string{"help", "hjælp", "?"},
		Summary:  textSummary,
		Hint:     textHint,
		Examples: []text.Text{textExample},
		Handle:   f.handle,
		Actions:  map[string]commands.Handler{"accept": f.accept, "decline": f.decline, "access": f.requests, "again": f.again, "language": f.languageButton},
		Forms:    map[string]commands.Handler{"person": f.assign},
		Home:     f.home,
		Claims:   claims,
	}
}

func claims(sentence string) float64 {
	folded := strings.ToLower(sentence)
	for _, word := range []string{"hjælp", "help", "hvordan ", "how do i", "how to "} {
		if strings.HasPrefix(folded, word) {
			return 0.9
		}
	}
	return 0
}

func (f *feature) handle(ctx context.Context, req commands.Request) (commands.Reply, error) {
	first, rest, _ := strings.Cut(strings.TrimSpace(req.Text), " ")
	first = strings.Trim(strings.ToLower(first), "/?!.,: ")
	switch {
	case first == "" || helpWords[first]:
		return f.overview(req, strings.ToLower(req.Text)), nil
	case languageWords[first]:
		return f.language(ctx, req, rest)
	case privacyWords[first]:
		return showPrivacy(req), nil
	case accessWords[first]:
		return f.requests(ctx, req)
	case personWords[first]:
		return f.personForm(ctx, req)
	}
	if other := f.named(first); other != nil && rest == "" {
		reply := f.about(req, *other)
		reply.Understood = commands.Understood{Intent: "help", Slots: map[string]any{"topic": other.Name}}
		return reply, nil
	}
	reply := f.unknown(req, first)
	reply.Understood = commands.Understood{Intent: "help", Slots: map[string]any{}}
	return reply, nil
}

var (
	helpWords     = map[string]bool{"help": true, "hjælp": true, "hjaelp": true, "hvordan": true, "hvad": true, "what": true, "how": true, "hej": true, "hi": true, "hello": true}
	languageWords = map[string]bool{"language": true, "sprog": true, "lang": true}
	accessWords   = map[string]bool{"access": true, "adgang": true}
	privacyWords  = map[string]bool{"privacy": true, "privatliv": true, "persondata": true, "gdpr": true}
)

// overview tells what there is. A question about one thing names it as the topic.
func (f *feature) overview(req commands.Request, words string) commands.Reply {
	reply := f.showOverview(req)
	slots := map[string]any{}
	for _, word := range []string{"besøg", "visit", "kontakt"} {
		if strings.Contains(words, word) {
			slots["topic"] = "visit.log"
		}
	}
	reply.Understood = commands.Understood{Intent: "help", Slots: slots}
	return reply
}

func (f *feature) language(ctx context.Context, req commands.Request, word string) (commands.Reply, error) {
	lang, ok := languages[strings.Trim(strings.ToLower(word), " .!")]
	if !ok {
		return commands.Reply{}, crm.Errorf(crm.Invalid, textWhichLanguage)
	}
	if err := f.settings.SetLang(ctx, req.Person.ID, lang); err != nil {
		return commands.Reply{}, err
	}
	return commands.Sentence(textLanguageSet.In(lang)), nil
}

// again reads the button's value as what was typed, where a form could not be opened at once.
func (f *feature) again(ctx context.Context, req commands.Request) (commands.Reply, error) {
	req.Text = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(req.Value), "samspil"))
	return f.handle(ctx, req)
}

// languageButton answers a choice of language on the Home tab.
func (f *feature) languageButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	return f.language(ctx, req, req.Value)
}

// home offers the languages, and the command that tells about the others.
func (f *feature) home(_ context.Context, req commands.Request) (commands.Reply, error) {
	return showSettings(req), nil
}

var languages = map[string]text.Lang{"da": text.Danish, "dansk": text.Danish, "danish": text.Danish, "en": text.English, "engelsk": text.English, "english": text.English}
