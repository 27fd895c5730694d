package crm

import (
	"samspil/internal/text"
	"samspil/internal/when"
)

// Org is an organisation: a public body or a private partner with staff in Slack. Names and dates are data;
// a contact keeps the organisation as it was named on its day.
type Org struct {
	ID         int64
	Code       string // ours: "RBR-SJ", "K-360" for municipality 360, "JC-360" for its job centre
	NameDA     string
	NameEN     string
	Type       string    // "employment_council", "job_centre", "business_hub", … as in the organisation list
	Region     string    // 1081–1085, "*" for national bodies, "" where unknown
	ValidFrom  when.Date // zero: since ever
	ValidTo    when.Date // last day; zero: still there
	Successors []string  // codes
	Aliases    []string  // other names people type; historical ones too
	Public     bool      // a public authority or body; decides the default disclosure
}

// Name is the organisation's name in that language.
func (o Org) Name(lang text.Lang) string {
	if lang == text.English && o.NameEN != "" {
		return o.NameEN
	}
	return o.NameDA
}

// ExistsOn reports whether the organisation existed on that day.
func (o Org) ExistsOn(d when.Date) bool {
	return (o.ValidFrom.IsZero() || !d.Before(o.ValidFrom)) && (o.ValidTo.IsZero() || !d.After(o.ValidTo))
}

// Role is what a person may do for the organisation.
type Role string

// The roles.
const (
	Caseworker    Role = "caseworker"
	Secretariat   Role = "secretariat"
	Manager       Role = "manager"
	Administrator Role = "administrator"
)

// Person is a Slack user who acts for one organisation.
type Person struct {
	ID     int64
	Team   string // Slack team id, "T0DEMO" in the console
	User   string // Slack user id
	Name   string // as colleagues know them
	Title  string // "virksomhedskonsulent"; may be empty
	Org    Org
	Role   Role
	Lang   text.Lang // "" until the person chose one
	Active bool
}

// SpeaksFor reports whether the person acts for that organisation, and may be told what only it may know: who has moved to
// another one, or left, does not.
func (p Person) SpeaksFor(o Org) bool { return p.Active && p.Org.ID == o.ID }
