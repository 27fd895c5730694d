// Package crm is the domain: organisations, people, companies and the contacts between them, and the rules that
// coordinate those contacts. Rules are pure functions of values; time is always an argument.
package crm

import (
	"errors"
	"fmt"

	"samspil/internal/text"
)

// Kind says what sort of trouble an Error is, so that callers need not read its sentence.
type Kind int

// The kinds of error.
const (
	NotFound    Kind = iota + 1 // the thing does not exist, or this person may not know that it does
	Invalid                     // what was asked cannot be done as it was asked
	Forbidden                   // it can be done, but not by this person
	Conflict                    // somebody else changed it first
	Unavailable                 // a part of the program or a source it needs is down
)

// Error is an error whose sentence may be shown to the user. Every other error is logged and shown as a
// request number only.
type Error struct {
	Kind  Kind
	Text  text.Text
	Args  []any
	Cause error // for the log; never shown
}

// Errorf makes an Error that says t.
func Errorf(kind Kind, t text.Text, args ...any) *Error {
	return &Error{Kind: kind, Text: t, Args: args}
}

// Because adds the internal cause, which is logged and never shown.
func (e *Error) Because(cause error) *Error { return &Error{e.Kind, e.Text, e.Args, cause} }

// Error is the English sentence with the cause, for logs and tests.
func (e *Error) Error() string {
	if e.Cause == nil {
		return e.In(text.English)
	}
	return fmt.Sprintf("%s: %v", e.In(text.English), e.Cause)
}

// In is the sentence in that language.
func (e *Error) In(lang text.Lang) string { return e.Text.In(lang, e.Args...) }

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Cause }

// IsKind reports whether err is, or wraps, an Error of that kind.
func IsKind(err error, kind Kind) bool {
	var e *Error
	return errors.As(err, &e) && e.Kind == kind
}
