package summary

import (
	"bytes"
	"encoding/json"
)

// Field is one statement of the document. The zero Field means "not stated".
type Field[T any] struct {
	Value T
	// Role tells what the value is for: the role of an amount, what a deadline is for, who the participants are.
	Role string
	// Quote is the words of the page, exactly as they stand there but for masked CPR numbers.
	Quote string
	Page  int // where the quote stands
	// Confidence is from 0 (not stated) to 1. It orders and warns; it is no measured probability.
	Confidence float64
}

// Stated reports whether the document says it.
func (f Field[T]) Stated() bool { return f.Confidence > 0 }

// fieldJSON has the keys in the order they are written.
type fieldJSON struct {
	Value      any     `json:"value"`
	Role       string  `json:"role,omitempty"`
	Quote      string  `json:"quote"`
	Page       int     `json:"page"`
	Confidence float64 `json:"confidence"`
}

func (f Field[T]) plain() fieldJSON {
	if !f.Stated() {
		return fieldJSON{}
	}
	return fieldJSON{Value: f.Value, Role: f.Role, Quote: f.Quote, Page: f.Page, Confidence: f.Confidence}
}

// MarshalJSON writes {value, role, quote, page, confidence}; value is null when it is not stated.
func (f Field[T]) MarshalJSON() ([]byte, error) { return asJSON(f.plain()) }

// List is a field with several values, in the order of the document.
type List[T any] []Field[T]

// Values is the values alone.
func (l List[T]) Values() []T {
	list := make([]T, 0, len(l))
	for _, f := range l {
		list = append(list, f.Value)
	}
	return list
}

// plain is the list as one field: its quote and page are those of the first value, its confidence that of the least
// sure one.
func (l List[T]) plain() fieldJSON {
	f := fieldJSON{Value: l.Values()}
	for i, item := range l {
		if i == 0 {
			f.Quote, f.Page, f.Confidence = item.Quote, item.Page, item.Confidence
		}
		f.Confidence = min(f.Confidence, item.Confidence)
	}
	return f
}

// MarshalJSON writes {value: [...], quote, page, confidence, items: [{value, role, quote, page, confidence}]}.
func (l List[T]) MarshalJSON() ([]byte, error) {
	return asJSON(struct {
		fieldJSON
		Items []Field[T] `json:"items"`
	}{l.plain(), append([]Field[T]{}, l...)})
}

// asJSON leaves <, > and & as they are: what is quoted stays as it stands in the document.
func asJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSpace(b.Bytes()), nil
}
