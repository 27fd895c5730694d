package commands

import (
	"github.com/slack-go/slack"

	"samspil/internal/text"
)

// Form builds a modal. Every field is an input block whose block id is the field's name, so that submitted values
// come back under that name; its action id is "value", or names its search.
type Form struct {
	ID       string // callback id: "visit.form"
	Title    string // at most 24 characters
	Submit   string // at most 24 characters
	Metadata string // carried along, at most 3,000 characters
	Intro    string // a sentence above the fields; "" for none
	Fields   []Field
}

// FieldKind is what a field asks for.
type FieldKind int

// The kinds of field.
const (
	FieldText       FieldKind = iota // one line
	FieldLong                        // several lines
	FieldDate                        // a day, ISO
	FieldClock                       // a time of day, "09:30"
	FieldNumber                      // a whole number
	FieldOne                         // one of Options
	FieldMany                        // any of Options
	FieldTick                        // Options with boxes to tick
	FieldPerson                      // a user of the workspace, by id
	FieldSearch                      // one of what Search finds as somebody types
	FieldSearchMany                  // up to MostFound of what Search finds
	FieldFile                        // up to MostFiles files; Request.Files has them
)

// MostFound is how many finds a FieldSearchMany takes.
const MostFound = 10

// fewestTyped is how many characters somebody types before a field searches.
const fewestTyped = 2

// Field is one field of a form. Values are its initial values: option values for the kinds with options. A field that
// searches has only its initial values as Options.
type Field struct {
	Name     string
	Label    string
	Hint     string
	Kind     FieldKind
	Required bool
	Options  []Option
	Search   string // id of the search: "visit.company" is Searches["company"] of "visit"
	Values   []string
	MaxRunes int // for text fields; 0 for Slack's own limit
}

// Option is one choice of a field.
type Option struct{ Value, Label string }

// ValueAction is the action id of every field but those that search.
const ValueAction = "value"

var (
	closeLabel = text.New("Luk", "Close")
	typeHere   = text.New("Skriv de første bogstaver", "Type the first letters")
)

// View is the form as Slack's modal.
func (f Form) View(lang text.Lang) *slack.ModalViewRequest {
	view := &slack.ModalViewRequest{
		Type:            slack.VTModal,
		CallbackID:      f.ID,
		Title:           plain(f.Title, 24),
		Submit:          plain(f.Submit, 24),
		Close:           plain(closeLabel.In(lang), 24),
		PrivateMetadata: f.Metadata,
	}
	if f.Intro != "" {
		view.Blocks.BlockSet = append(view.Blocks.BlockSet, section(Escape(f.Intro)))
	}
	for _, field := range f.Fields {
		view.Blocks.BlockSet = append(view.Blocks.BlockSet, field.block(lang))
	}
	return view
}

func plain(s string, limit int) *slack.TextBlockObject {
	return slack.NewTextBlockObject(slack.PlainTextType, cut(s, limit), false, false)
}

// Reply is the reply that opens the form.
func (f Form) Reply(lang text.Lang) Reply {
	reply := Sentence(f.Intro)
	reply.View = f.View(lang)
	return reply
}

func typing(lang text.Lang) *slack.TextBlockObject { return plain(typeHere.In(lang), 150) }

func (f Field) block(lang text.Lang) *slack.InputBlock {
	var hint *slack.TextBlockObject
	if f.Hint != "" {
		hint = plain(f.Hint, 2000)
	}
	block := slack.NewInputBlock(f.Name, plain(f.Label, 2000), hint, f.element(lang))
	block.Optional = !f.Required
	return block
}

// Chosen is the field with that value, which is shown as label; the field itself when the value is "".
func (f Field) Chosen(value, label string) Field {
	if value != "" {
		f.Options, f.Values = append(f.Options, Option{value, label}), append(f.Values, value)
	}
	return f
}

func (f Field) first() string {
	if len(f.Values) == 0 {
		return ""
	}
	return f.Values[0]
}

func (f Field) element(lang text.Lang) slack.BlockElement {
	switch f.Kind {
	case FieldDate:
		e := slack.NewDatePickerBlockElement(ValueAction)
		e.InitialDate = f.first()
		return e
	case FieldClock:
		e := slack.NewTimePickerBlockElement(ValueAction)
		e.InitialTime = f.first()
		return e
	case FieldNumber:
		e := slack.NewNumberInputBlockElement(nil, ValueAction, false)
		e.InitialValue, e.MinValue = f.first(), "0"
		return e
	case FieldOne:
		e := slack.NewOptionsSelectBlockElement(slack.OptTypeStatic, nil, ValueAction, f.options(false)...)
		if chosen := f.options(true); len(chosen) > 0 {
			e.InitialOption = chosen[0]
		}
		return e
	case FieldMany:
		e := slack.NewOptionsMultiSelectBlockElement(slack.MultiOptTypeStatic, nil, ValueAction, f.options(false)...)
		e.InitialOptions = f.options(true)
		return e
	case FieldFile:
		return slack.NewFileInputBlockElement(ValueAction).WithMaxFiles(MostFiles)
	case FieldPerson:
		e := slack.NewOptionsSelectBlockElement(slack.OptTypeUser, nil, ValueAction)
		e.InitialUser = f.first()
		return e
	case FieldSearch:
		e := slack.NewOptionsSelectBlockElement(slack.OptTypeExternal, typing(lang), f.Search)
		e.MinQueryLength = new(fewestTyped)
		if chosen := f.options(true); len(chosen) > 0 {
			e.InitialOption = chosen[0]
		}
		return e
	case FieldSearchMany:
		e := slack.NewOptionsMultiSelectBlockElement(slack.MultiOptTypeExternal, typing(lang), f.Search)
		e.MinQueryLength, e.MaxSelectedItems = new(fewestTyped), new(MostFound)
		e.InitialOptions = f.options(true)
		return e
	case FieldTick:
		e := slack.NewCheckboxGroupsBlockElement(ValueAction, f.options(false)...)
		e.InitialOptions = f.options(true)
		return e
	}
	e := slack.NewPlainTextInputBlockElement(nil, ValueAction)
	e.InitialValue, e.Multiline, e.MaxLength = cut(f.first(), 3000), f.Kind == FieldLong, min(f.MaxRunes, 3000)
	return e
}

// options are the field's options, or only the chosen ones.
func (f Field) options(chosen bool) []*slack.OptionBlockObject {
	var list []*slack.OptionBlockObject
	for _, o := range f.Options {
		if !chosen || contains(f.Values, o.Value) {
			list = append(list, slack.NewOptionBlockObject(o.Value, plain(o.Label, 75), nil))
		}
	}
	return list
}

func contains(list []string, s string) bool {
	for _, v := range list {
		if v == s {
			return true
		}
	}
	return false
}
