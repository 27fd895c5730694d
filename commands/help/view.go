package help

import (
	"slices"
	"strings"

	"samspil/commands"
	"samspil/internal/text"
)

func (f *feature) showOverview(req commands.Request) commands.Reply {
	lang := req.Lang
	page := commands.NewPage().Heading(textTitle.In(lang)).Para(textWhat.In(lang)).Lead(textTry.In(lang)).Buttons(buttons(req)...)
	f.commands(page, req)
	return page.Small(textFree.In(lang)).Reply()
}

// showSettings is the language, with a button for the other one.
func showSettings(req commands.Request) commands.Reply {
	other := commands.Button{ID: "samspil.language", Value: "en", Label: buttonEnglish.In(req.Lang)}
	if req.Lang == text.English {
		other = commands.Button{ID: "samspil.language", Value: "da", Label: buttonDanish.In(req.Lang)}
	}
	return commands.NewPage().Rule().Small(textSettings.In(req.Lang)).Buttons(other).Reply()
}

func buttons(req commands.Request) []commands.Button {
	return []commands.Button{
		{ID: "check.new", Label: buttonCheck.In(req.Lang), Primary: true},
		{ID: "visit.new", Label: buttonVisit.In(req.Lang)},
		{ID: "visit.list", Label: buttonMine.In(req.Lang)},
	}
}

// commands lists every command with its other name, what it does and an example.
func (f *feature) commands(page *commands.Page, req commands.Request) {
	for _, other := range f.others {
		f.command(page, req, other)
	}
}

func (f *feature) command(page *commands.Page, req commands.Request, other commands.Feature) {
	names := "/" + strings.Join(other.Words, " "+textAlso.In(req.Lang)+" /")
	var examples []string
	for _, e := range other.Examples {
		examples = append(examples, e.In(req.Lang))
	}
	page.List(names+": "+other.Summary.In(req.Lang), examples)
}

// named is the feature with that command word, nil for none.
func (f *feature) named(word string) *commands.Feature {
	for i, other := range f.others {
		if slices.Contains(other.Words, word) || slices.Contains(other.Also, word) {
			return &f.others[i]
		}
	}
	return nil
}

// about tells what one command does and what may follow it.
func (f *feature) about(req commands.Request, other commands.Feature) commands.Reply {
	page := commands.NewPage()
	f.command(page, req, other)
	if hint := other.Hint.In(req.Lang); hint != "" {
		word := other.Words[0] // the words begin with the English one
		if req.Lang == text.Danish {
			word = other.Words[len(other.Words)-1]
		}
		page.Para("/" + word + " " + hint)
	}
	return page.Reply()
}

func (f *feature) unknown(req commands.Request, word string) commands.Reply {
	lang, page := req.Lang, commands.NewPage()
	if near := nearest(word, f.others); near != "" {
		page.Lead(textMeant.In(lang, word, near))
	} else {
		page.Lead(textUnknown.In(lang, word))
	}
	f.commands(page, req)
	return page.Para(textTry.In(lang)).Buttons(buttons(req)...).Reply()
}

func showPrivacy(req commands.Request) commands.Reply {
	lines := make([]string, len(textPrivacy))
	for i, t := range textPrivacy {
		lines[i] = t.In(req.Lang)
	}
	return commands.NewPage().List(textPrivacyTitle.In(req.Lang), lines).Reply()
}
