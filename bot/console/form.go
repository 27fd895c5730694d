package console

import (
	"os"
	"path/filepath"
	"slices"

	"github.com/slack-go/slack"

	"samspil/bot"
	"samspil/commands"
	"samspil/internal/text"
)

// form is an open form and what has been filled in so far.
type form struct {
	view    *slack.ModalViewRequest
	title   string
	intro   string // everything above and between the fields
	fields  []*field
	buttons []button
	errors  map[string]string // by field name, from the last attempt to send it
}

// newForm reads a form from Slack's view.
func newForm(view *slack.ModalViewRequest) *form {
	f := &form{view: view, title: words(view.Title)}
	var other []slack.Block
	for _, block := range view.Blocks.BlockSet {
		if input, ok := block.(*slack.InputBlock); ok {
			f.fields = append(f.fields, newField(input))
			continue
		}
		other = append(other, block)
	}
	shown := render(other)
	f.intro, f.buttons = shown.text, shown.buttons
	return f
}

// field is the field with that name; nil when there is none.
func (f *form) field(name string) *field {
	i := slices.IndexFunc(f.fields, func(x *field) bool { return x.name == name })
	if i < 0 {
		return nil
	}
	return f.fields[i]
}

// names lists the names of the fields.
func (f *form) names() []string {
	names := make([]string, len(f.fields))
	for i, x := range f.fields {
		names[i] = x.name
	}
	return names
}

// submission is what sending the form sends: every field's value by its name.
func (f *form) submission(in bot.Inbound) bot.Inbound {
	in.Callback, in.Metadata = f.view.CallbackID, f.view.PrivateMetadata
	in.Values = map[string][]string{}
	for _, x := range f.fields {
		if x.kind == fileField {
			in.Values[x.name] = nil
			in.Files = append(in.Files, filesAt(x.values)...)
			continue
		}
		in.Values[x.name] = slices.Clone(x.values)
	}
	return in
}

// filesAt are the files at those paths, whose content the feature fetches. One that has gone since is told there.
func filesAt(paths []string) (files []commands.File) {
	for _, path := range paths {
		file := commands.File{ID: path, Name: filepath.Base(path)}
		if info, err := os.Stat(path); err == nil {
			file.Size = info.Size()
		}
		files = append(files, file)
	}
	return files
}

// missing has a sentence for each required field that is empty. Slack does not send such a form either.
func (f *form) missing(lang text.Lang) map[string]string {
	errs := map[string]string{}
	for _, x := range f.fields {
		if x.required && len(x.values) == 0 {
			errs[x.name] = errRequired.In(lang)
		}
	}
	return errs
}
