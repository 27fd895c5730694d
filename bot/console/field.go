package console

import (
	"strings"

	"github.com/slack-go/slack"

	"samspil/bot"
)

// fieldKind is how a field is filled in.
type fieldKind int

const (
	textField fieldKind = iota
	dateField
	clockField
	numberField
	oneField    // one of the options
	manyField   // any of the options
	fileField   // paths of files
	searchField // what is typed, which the feature looks up
	otherField  // of a kind that only Slack can fill in
)

// field is one field of an open form.
type field struct {
	name     string
	label    string
	hint     string
	kind     fieldKind
	required bool
	options  []option
	values   []string // as they are sent: option values for the kinds with options
	max      int      // characters of a text, or files; 0 for any number
}

type option struct{ value, label string }

func newField(b *slack.InputBlock) *field {
	f := &field{name: b.BlockID, label: words(b.Label), hint: words(b.Hint), required: !b.Optional}
	switch e := b.Element.(type) {
	case *slack.PlainTextInputBlockElement:
		f.starts(textField, e.InitialValue)
		f.max = e.MaxLength
	case *slack.EmailTextInputBlockElement:
		f.starts(textField, e.InitialValue)
	case *slack.URLTextInputBlockElement:
		f.starts(textField, e.InitialValue)
	case *slack.DatePickerBlockElement:
		f.starts(dateField, e.InitialDate)
	case *slack.TimePickerBlockElement:
		f.starts(clockField, e.InitialTime)
	case *slack.NumberInputBlockElement:
		f.starts(numberField, e.InitialValue)
	case *slack.SelectBlockElement:
		if e.Type == slack.OptTypeExternal {
			f.offers(searchField, nil, e.InitialOption)
			f.choices(e.InitialOption)
			break
		}
		if e.Type == slack.OptTypeUser {
			f.starts(textField, e.InitialUser)
			break
		}
		f.offers(oneField, e.Options, e.InitialOption)
	case *slack.RadioButtonsBlockElement:
		f.offers(oneField, e.Options, e.InitialOption)
	case *slack.MultiSelectBlockElement:
		if e.Type == slack.MultiOptTypeExternal {
			f.offers(searchField, nil, e.InitialOptions...)
			f.choices(e.InitialOptions...)
			break
		}
		f.offers(manyField, e.Options, e.InitialOptions...)
	case *slack.CheckboxGroupsBlockElement:
		f.offers(manyField, e.Options, e.InitialOptions...)
	case *slack.FileInputBlockElement:
		f.kind, f.max = fileField, e.MaxFiles
	default:
		f.kind = otherField
	}
	return f
}

// starts sets the kind and the value the field has when the form opens.
func (f *field) starts(kind fieldKind, value string) {
	f.kind = kind
	if value != "" {
		f.values = []string{value}
	}
}

// offers sets the kind, the options, and those chosen when the form opens.
func (f *field) offers(kind fieldKind, all []*slack.OptionBlockObject, chosen ...*slack.OptionBlockObject) {
	f.kind = kind
	f.choices(all...)
	for _, o := range chosen {
		if o != nil {
			f.values = append(f.values, o.Value)
		}
	}
}

// choices adds options.
func (f *field) choices(all ...*slack.OptionBlockObject) {
	for _, o := range all {
		if o != nil {
			f.options = append(f.options, option{o.Value, words(o.Text)})
		}
	}
}

// shown is the field's value as people see it; "" when it is empty.
func (f *field) shown() string {
	labels := make([]string, len(f.values))
	for i, value := range f.values {
		labels[i], _ = bot.Presentable(value)
		for _, o := range f.options {
			if o.value == value {
				labels[i] = o.label
			}
		}
	}
	return strings.Join(labels, "; ")
}

// labels lists what can be chosen. A label may hold a comma of its own.
func (f *field) labels() string {
	labels := make([]string, len(f.options))
	for i, o := range f.options {
		labels[i] = o.label
	}
	return strings.Join(labels, "; ")
}
