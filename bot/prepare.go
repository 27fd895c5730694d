package bot

import (
	"strings"
	"unicode/utf8"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/privacy"
	"samspil/internal/text"
)

// TextLimit is how many characters of one message are passed on: twice the longest note and a good deal more
// than Slack lets anybody type at once.
const TextLimit = 12_000

// Presentable is text as it may be stored, logged or shown: clean, and with CPR numbers masked; masked says how
// many there were.
func Presentable(s string) (shown string, masked int) { return privacy.Mask(Clean(s)) }

// prepared gives what arrived with everything the person wrote made presentable, and how many CPR numbers were
// masked in it.
func prepared(in Inbound) (Inbound, int) {
	var masked int
	in.Text, masked = Presentable(in.Text)
	in.Text = strings.TrimSpace(in.Text)
	command, inCommand := Presentable(in.Command)
	in.Command, masked = strings.TrimSpace(command), masked+inCommand
	values := make(map[string][]string, len(in.Values))
	for field, list := range in.Values {
		for _, value := range list {
			shown, n := Presentable(value)
			masked += n
			values[field] = append(values[field], shown)
		}
	}
	in.Values = values
	files := make([]commands.File, 0, len(in.Files))
	for _, f := range in.Files {
		var n int
		f.Name, n = Presentable(f.Name)
		masked += n
		files = append(files, f)
	}
	in.Files = files
	return in, masked
}

// tooLong refuses what is longer than TextLimit: a text with an error, a form by its fields, so that it stays
// open.
func tooLong(in Inbound, lang text.Lang) (commands.Reply, error) {
	if n := utf8.RuneCountInString(in.Text); n > TextLimit {
		return commands.Reply{}, crm.Errorf(crm.Invalid, errLong, text.Number(lang, n), text.Number(lang, TextLimit))
	}
	fields := map[string]string{}
	for field, list := range in.Values {
		for _, value := range list {
			if n := utf8.RuneCountInString(value); n > TextLimit {
				fields[field] = errLong.In(lang, text.Number(lang, n), text.Number(lang, TextLimit))
			}
		}
	}
	return commands.Reply{Errors: fields}, nil
}
