package crm

import (
	"slices"
	"time"
	"unicode/utf8"

	"samspil/internal/text"
	"samspil/internal/when"
)

// NoteLimit is how many characters a note holds.
const NoteLimit = 5000

// UndoWindow is how long a person can undo what they just did with one button.
const UndoWindow = 10 * time.Minute

// NoClock stands for "no time of day stated".
const NoClock when.Clock = -1

// Status is where a contact stands.
type Status string

// The statuses (BEK om det fælles datagrundlag 2009 § 3: scheduled, cancelled, completed; and no-show).
const (
	Planned   Status = "planned"
	Done      Status = "done"
	Cancelled Status = "cancelled"
	NoShow    Status = "no_show"
)

// Contact is one planned or completed interaction of one organisation with one company.
type Contact struct {
	ID          int64
	Company     Company // ID, CVR and Name; Name as it was on the day of the contact
	SiteID      int64   // 0: the company as a whole
	Org         Org     // ID, Code, names as they were on the day, and Public
	Person      Person  // who logged it: ID, Name, Title
	Status      Status
	Channel     Channel
	Date        when.Date
	Start, End  when.Clock // NoClock when not stated
	Minutes     int        // how long; 0 when not stated
	Purposes    []Purpose  // in the order stated; may be empty
	Outcome     Outcome    // "" when not stated
	Note        string     // at most NoteLimit characters; CPR numbers already masked
	NoteHeld    bool       // words of illness, union or crime: the note stays inside the organisation
	Share       Share
	With        []Participant
	ContactName string // at the company; stored only when the writer ticks that the person was told
	ContactMail string
	ContactTel  string
	Trade       string    // code of a Trade: "struktør"
	Headcount   int       // people needed or agreed; 0 when not stated
	NeedFrom    when.Date // when the need starts
	OverlapWhy  string    // the reason tapped when the person went ahead despite an overlap
	Source      string    // "command", "form"
	CreatedAt   time.Time
	UpdatedAt   time.Time
	DeletedAt   time.Time // zero while it counts
	Version     int       // 1, and one more at every edit
}

// Participant is somebody who took part besides the writer: an organisation of ours, or a name as typed.
type Participant struct {
	OrgID  int64 // 0 when the words did not name an organisation we know
	Name   string
	Public bool `json:"-"` // the organisation is a public authority; filled when read
}

// Joint reports whether other organisations took part.
func (c Contact) Joint() bool { return len(c.With) > 0 }

// TakesPart reports whether that organisation owns the contact or is a known participant.
func (c Contact) TakesPart(orgID int64) bool {
	return c.Org.ID == orgID || slices.ContainsFunc(c.With, func(p Participant) bool { return p.OrgID == orgID })
}

// Counts reports whether the contact is one that happened or will: not cancelled, missed or deleted.
func (c Contact) Counts() bool {
	return c.DeletedAt.IsZero() && (c.Status == Done || c.Status == Planned)
}

// StatusFor is the status of a contact logged today for that day: a future day is planned.
func StatusFor(day, today when.Date) Status {
	if day.After(today) {
		return Planned
	}
	return Done
}

var (
	errNoDate   = text.New("Der mangler en dato. Skriv fx \"i går\", \"20/11\" eller \"uge 50 torsdag\".", "The date is missing. Write for example \"yesterday\", \"20/11\" or \"Thursday week 50\".")
	errLongNote = text.New("Noten er på %s tegn, og der er plads til %s. Kort den af, så gemmer jeg den; intet er gemt endnu.", "The note has %s characters and there is room for %s. Shorten it and I will save it; nothing is saved yet.")
	errFuture   = text.New("%s ligger i fremtiden, så kontakten kan ikke være gennemført endnu. Vælg \"planlagt\" eller en anden dato.", "%s is in the future, so the contact cannot be completed yet. Choose \"planned\" or another date.")
	errEndFirst = text.New("Sluttidspunktet ligger før starttidspunktet. Ret tiderne, fx \"kl. 13-14\".", "The end time is before the start time. Correct the times, for example \"13:00-14:00\".")
	errCompany  = text.New("Der mangler en virksomhed. Skriv et CVR-nummer eller et navn.", "The company is missing. Write a CVR number or a name.")
	errPurpose  = text.New("Formålet \"%s\" gjaldt ikke den %s. Vælg et andet.", "The purpose \"%s\" did not apply on %s. Choose another.")
	errCount    = text.New("Antallet skal være mellem 0 og %s.", "The number must be between 0 and %s.")
)

// MaxHeadcount is more people than any company in Denmark would ask for in one contact; above it is a typing error.
const MaxHeadcount = 99_999

// Validate reports the first thing that keeps the contact from being stored, as an Error that may be shown.
func (c Contact) Validate(lang text.Lang, today when.Date) error {
	switch n := utf8.RuneCountInString(c.Note); {
	case c.Company.ID == 0:
		return Errorf(Invalid, errCompany)
	case c.Date.IsZero():
		return Errorf(Invalid, errNoDate)
	case c.Status == Done && c.Date.After(today):
		return Errorf(Invalid, errFuture, text.Date(lang, c.Date))
	case n > NoteLimit:
		return Errorf(Invalid, errLongNote, text.Number(lang, n), text.Number(lang, NoteLimit))
	case c.End != NoClock && c.End < c.Start:
		return Errorf(Invalid, errEndFirst)
	case c.Headcount < 0 || c.Headcount > MaxHeadcount:
		return Errorf(Invalid, errCount, text.Number(lang, MaxHeadcount))
	}
	for _, p := range c.Purposes {
		if !p.ValidOn(c.Date) {
			return Errorf(Invalid, errPurpose, p.Name(lang), text.ShortDate(lang, c.Date))
		}
	}
	return nil
}

// CanUndo reports whether person may still take back what they logged with one button.
func (c Contact) CanUndo(p Person, now time.Time) bool {
	return c.Person.ID == p.ID && c.Org.ID == p.Org.ID && c.DeletedAt.IsZero() && now.Sub(c.CreatedAt) <= UndoWindow
}

// CanEdit reports whether person may change or delete the contact: the writer and colleagues of the same
// organisation may, nobody else.
func (c Contact) CanEdit(p Person) bool { return p.SpeaksFor(c.Org) }

// FollowUpState is where a follow-up stands.
type FollowUpState string

// The states.
const (
	FollowUpOpen    FollowUpState = "open"
	FollowUpDone    FollowUpState = "done"
	FollowUpDropped FollowUpState = "dropped" // with its contact, when that was deleted
)

// FollowUp is something promised to a company, with owner and due date.
type FollowUp struct {
	ID        int64
	ContactID int64 // 0 when it stands alone
	CompanyID int64
	OrgID     int64
	OwnerID   int64 // person
	Due       when.Date
	DueText   string // the words it was promised in: "uge 50"; "" when a day was stated
	Text      string
	State     FollowUpState
	CreatedAt time.Time
	DoneAt    time.Time
}
