package console

import (
	"slices"
	"strings"
	"unicode"

	"samspil/bot"
	"samspil/commands"
	"samspil/internal/text"
)

// completer lists what may stand in place of the last word of line, which is typed up to the cursor.
type completer func(line string) []string

// completed completes the word before the cursor as far as it is certain. Where that adds nothing, the choices
// are given to be shown.
func completed(line string, pos int, complete completer) (newLine string, newPos int, choices []string) {
	before, after := line[:pos], line[pos:]
	start := strings.LastIndex(before, " ") + 1
	typed := before[start:]
	for _, c := range complete(before) {
		if len(c) >= len(typed) && strings.EqualFold(c[:len(typed)], typed) && !slices.Contains(choices, c) {
			choices = append(choices, c)
		}
	}
	if len(choices) == 0 {
		return line, pos, nil
	}
	common := commonStart(choices)
	if len(choices) == 1 && !strings.HasSuffix(common, "=") {
		common += " "
	}
	before = before[:start] + common
	if len(common) > len(typed) {
		choices = nil
	}
	return before + after, len(before), choices
}

func commonStart(list []string) string {
	common := []rune(list[0])
	for _, s := range list[1:] {
		n := 0
		for _, r := range s {
			if n == len(common) || common[n] != r {
				break
			}
			n++
		}
		common = common[:n]
	}
	return string(common)
}

func choiceLine(choices []string) string { return strings.Join(choices, "  ") + "\n" }

// complete is the session's completer.
func (s *session) complete(line string) []string {
	first, rest, more := strings.Cut(line, " ")
	switch {
	case !more && strings.HasPrefix(first, ":"):
		return strings.Split(directiveNames(), ", ")
	case !more:
		return commandWords(s.Bot.Features(), "/")
	case strings.HasPrefix(first, ":"):
		return s.directiveWords(first)
	case strings.Contains(rest, " "):
		return nil
	}
	return subCommands(s.Bot.Features(), strings.TrimPrefix(first, "/"))
}

func (s *session) directiveWords(directive string) []string {
	var list []string
	switch directive {
	case ":as":
		for _, p := range s.People {
			list = append(list, shortName(p.Name))
		}
	case ":lang":
		return []string{string(text.Danish), string(text.English)}
	case ":press":
		for _, b := range s.buttons {
			list = append(list, b.label)
		}
	case ":set":
		if s.form != nil {
			for _, name := range s.form.names() {
				list = append(list, name+"=")
			}
		}
	}
	return list
}

func commandWords(features []commands.Feature, slash string) []string {
	var list []string
	for _, f := range features {
		for _, word := range f.Words {
			list = append(list, slash+word)
		}
	}
	return list
}

// subCommands are the small words that follow the command in its examples ("/proposal list"). The help command
// takes every other command too.
func subCommands(features []commands.Feature, word string) []string {
	var list []string
	for _, f := range features {
		if !slices.Contains(f.Words, strings.ToLower(word)) {
			continue
		}
		if f.Name == bot.HelpFeature {
			list = append(list, commandWords(features, "")...)
		}
		for _, example := range f.Examples {
			for _, lang := range []text.Lang{text.Danish, text.English} {
				words := strings.Fields(example.In(lang))
				if len(words) > 1 && strings.HasPrefix(words[0], "/") && strings.IndexFunc(words[1], notSmall) < 0 {
					list = append(list, words[1])
				}
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func notSmall(r rune) bool { return !unicode.IsLower(r) }
