package console

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
)

// fill sets the field to what was typed; "" empties it. What the field cannot hold is a crm.Error, and the field
// keeps its value.
func (f *field) fill(typed string, now time.Time, lang text.Lang) error {
	if strings.TrimSpace(typed) == "" {
		f.values = nil
		return nil
	}
	values, err := f.read(typed, now, lang)
	if err == nil {
		f.values = values
	}
	return err
}

func (f *field) read(typed string, now time.Time, lang text.Lang) ([]string, error) {
	switch f.kind {
	case searchField:
		if value, ok := f.option(typed); ok {
			return value, nil
		}
		return []string{typed}, nil
	case textField:
		if n := utf8.RuneCountInString(typed); f.max > 0 && n > f.max {
			return nil, crm.Errorf(crm.Invalid, errFieldLong, f.label, text.Number(lang, f.max), text.Number(lang, n))
		}
		return []string{typed}, nil
	case dateField:
		return readDate(typed, now)
	case clockField:
		return readClock(typed, now)
	case numberField:
		if n, err := strconv.Atoi(strings.TrimSpace(typed)); err == nil && n >= 0 {
			return []string{strconv.Itoa(n)}, nil
		}
		return nil, crm.Errorf(crm.Invalid, errNumber, shown(typed))
	case oneField, manyField:
		return f.choose(typed)
	case fileField:
		return f.files(typed, lang)
	}
	return nil, crm.Errorf(crm.Invalid, errOnlySlack, f.label)
}

// files reads paths with semicolons between. Each must be a file that is there now.
func (f *field) files(typed string, lang text.Lang) (paths []string, err error) {
	for part := range strings.SplitSeq(typed, ";") {
		path := strings.TrimSpace(part)
		if path == "" {
			continue
		}
		if rest, ok := strings.CutPrefix(path, "~/"); ok {
			if home, err := os.UserHomeDir(); err == nil {
				path = filepath.Join(home, rest)
			}
		}
		if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
			return nil, crm.Errorf(crm.NotFound, errFile, shown(path)).Because(err)
		}
		paths = append(paths, path)
	}
	if f.max > 0 && len(paths) > f.max {
		return nil, crm.Errorf(crm.Invalid, errManyFiles, f.label, text.Number(lang, f.max))
	}
	return paths, nil
}

// choose reads option values or labels, several of them with commas between.
func (f *field) choose(typed string) ([]string, error) {
	if value, ok := f.option(typed); ok {
		return value, nil
	}
	if f.kind == oneField {
		return nil, crm.Errorf(crm.NotFound, errOption, shown(typed), f.label, f.labels())
	}
	var values []string
	for part := range strings.SplitSeq(typed, ",") {
		if strings.TrimSpace(part) == "" {
			continue
		}
		value, ok := f.option(part)
		if !ok {
			return nil, crm.Errorf(crm.NotFound, errOption, shown(part), f.label, f.labels())
		}
		values = append(values, value...)
	}
	slices.Sort(values)
	return slices.Compact(values), nil
}

// option finds one option. A single box may be ticked with a yes and cleared with a no.
func (f *field) option(typed string) (values []string, ok bool) {
	typed = strings.TrimSpace(typed)
	for _, o := range f.options {
		if strings.EqualFold(o.value, typed) || strings.EqualFold(o.label, typed) {
			return []string{o.value}, true
		}
	}
	if f.kind == manyField && len(f.options) == 1 {
		switch strings.ToLower(typed) {
		case "ja", "yes", "x":
			return []string{f.options[0].value}, true
		case "nej", "no":
			return nil, true
		}
	}
	return nil, false
}

// readDate reads a single day in any of the ways people write one.
func readDate(typed string, now time.Time) ([]string, error) {
	if d, err := when.ParseISO(strings.TrimSpace(typed)); err == nil {
		return []string{d.String()}, nil
	}
	if e, ok := when.Parse(typed, now, when.Nearest); ok {
		if day, certain := e.Day(); certain {
			return []string{day.String()}, nil
		}
	}
	return nil, crm.Errorf(crm.Invalid, errDate, shown(typed))
}

// readClock reads a time of day.
func readClock(typed string, now time.Time) ([]string, error) {
	if t, err := time.Parse("15:04", strings.TrimSpace(typed)); err == nil {
		return []string{t.Format("15:04")}, nil
	}
	e, ok := when.Parse(typed, now, when.Nearest)
	if !ok || e.Kind != when.KindClock {
		return nil, crm.Errorf(crm.Invalid, errClock, shown(typed))
	}
	return []string{fmt.Sprintf("%02d:%02d", e.Clock/60, e.Clock%60)}, nil
}
