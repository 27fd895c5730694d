package crm

import (
	"encoding/json"
	"time"

	"samspil/internal/text"
	"samspil/internal/when"
)

// Position is what an organisation says in a consultation.
type Position string

// The positions.
const (
	Supports             Position = "supports"
	SupportsWithComments Position = "supports_with_comments"
	Concerns             Position = "concerns"
	NotRelevant          Position = "not_relevant"
)

// Positions lists them in the order people choose them.
var Positions = []Term{
	{Code: string(Supports), name: text.New("støtter", "supports")},
	{Code: string(SupportsWithComments), name: text.New("støtter med bemærkninger", "supports with comments")},
	{Code: string(Concerns), name: text.New("har betænkeligheder", "has concerns")},
	{Code: string(NotRelevant), name: text.New("ikke relevant", "not relevant")},
}

// Name is the position in that language.
func (p Position) Name(lang text.Lang) string { return name(Positions, string(p), lang) }

// ConsultationState is where a consultation stands.
type ConsultationState string

// The states.
const (
	ConsultationOpen      ConsultationState = "open"
	ConsultationEnded     ConsultationState = "ended"
	ConsultationCancelled ConsultationState = "cancelled"
)

// Consultation is the round in which organisations state their position on a proposal.
type Consultation struct {
	ID         int64
	ProposalID int64
	Org        Org    // who asks
	Person     Person // who started it
	Question   string // what is asked beside the memo's two questions; "" for nothing more
	OpenedAt   time.Time
	Deadline   when.Date // the last day on which positions count
	First      when.Date // the deadline it was opened with, where that was moved
	State      ConsultationState
	Team       string // where the one living status message stands
	Channel    string
	Heard      []Heard // by name
	Comments   []ConsultationComment
	EndedAt    time.Time
	EndedBy    string          // name
	EndedWhy   string          // why it was cancelled
	NoteYear   int             // the note is numbered within its year: "H-2026-3"
	NoteNumber int             // 0 while there is none
	Note       json.RawMessage // its content as it was made; nil while there is none
	NoteHash   string          // SHA-256 of Note, hex
	SignedAt   time.Time
	SignedBy   string // name
	Version    int
}

// Heard is an organisation that was asked, and what it says.
type Heard struct {
	Org        Org
	Team       string // where it was asked
	Channel    string
	Lang       text.Lang // of that channel; "" where none was chosen
	Position   Position  // "" while it has not answered
	Words      string
	Person     Person // who answered
	AnsweredAt time.Time
	Version    int // how often it answered
	Reminded   int
	RemindedOn when.Date
	// Undelivered is why Slack would not take the message for its channel; "" where it did.
	Undelivered string
}

// ConsultationComment is what was said in the thread and attached by a person.
type ConsultationComment struct {
	Org    Org
	Person string // who attached it
	Author string // who said it
	At     time.Time
	Text   string
	Source string // the message it was
}
