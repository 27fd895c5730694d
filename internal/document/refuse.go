package document

import (
	"errors"

	"samspil/internal/crm"
	"samspil/internal/text"
)

// Refusal is why a file is not read. It travels from the child process as a word.
type Refusal string

// The reasons, each with a sentence of its own in texts.go.
const (
	Empty     Refusal = "empty"
	TooLarge  Refusal = "too large"
	TooLong   Refusal = "too many pages"
	Password  Refusal = "password"
	Corrupt   Refusal = "corrupt"
	Scanned   Refusal = "scanned"
	NoText    Refusal = "no text"
	OldWord   Refusal = "old word"
	Sheet     Refusal = "sheet"
	Slides    Refusal = "slides"
	Image     Refusal = "image"
	Archive   Refusal = "archive"
	Slow      Refusal = "slow"
	Exhausted Refusal = "memory"
	Unsafe    Refusal = "unsafe"
	Unknown   Refusal = "unknown"
	Failed    Refusal = "failed"
)

// Refused is a Refusal as an error, before it has its sentence. Numbers are what the sentence counts.
type Refused struct {
	Why     Refusal `json:"refused"`
	Numbers []int   `json:"numbers,omitempty"`
}

func (r *Refused) Error() string { return string(r.Why) }

func refused(why Refusal, numbers ...int) error { return &Refused{why, numbers} }

// number is an argument of a sentence, written as the language does.
type number int

// In gives the number in that language; text.Text.In asks for it.
func (n number) In(lang text.Lang, _ ...any) string { return text.Number(lang, int(n)) }

// Sentence gives an error that may be shown: the Refused's own sentence, or that the file could not be read, with
// err as its cause.
func Sentence(err error) *crm.Error {
	r, ok := errors.AsType[*Refused](err)
	if !ok {
		return crm.Errorf(crm.Invalid, refusals[Failed]).Because(err)
	}
	sentence, ok := refusals[r.Why]
	if !ok {
		return crm.Errorf(crm.Invalid, refusals[Failed])
	}
	args := make([]any, len(r.Numbers))
	for i, n := range r.Numbers {
		args[i] = number(n)
	}
	return crm.Errorf(crm.Invalid, sentence, args...)
}
