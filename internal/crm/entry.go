package crm

import (
	"time"

	"samspil/internal/when"
)

// Entry says who does something and when, for the audit trail and the edit history.
type Entry struct {
	RequestID string
	Now       time.Time
	Person    Person
	Delivery  string // the sender's name for what arrived, by which the same thing is done once; "" for none
	Jobs      []Job  // messages and reminders this change causes; stored in the same transaction
}

// Cursor is a place in a company's contacts, newest first: what follows the contact with this date and id. The
// zero Cursor is before the newest.
type Cursor struct {
	Date when.Date
	ID   int64
}

// CursorAt is the place right after c.
func CursorAt(c Contact) Cursor { return Cursor{c.Date, c.ID} }
