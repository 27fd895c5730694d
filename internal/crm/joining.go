package crm

import (
	"time"

	"samspil/internal/text"
	"samspil/internal/when"
)

// BringsLimit is how many characters an organisation has to say what it brings to a visit.
const BringsLimit = 500

// Joining is an organisation's part in a contact that another one plans.
type Joining struct {
	ContactID int64
	Org       Org
	Person    Person // who joined, and is told when the contact moves
	Brings    string // in their words; "" for nothing said
	Knows     Appointment
	JoinedAt  time.Time
}

// Appointment is what those who joined must know of a contact.
type Appointment struct {
	Known string // a Status, or "deleted", or "parted" where the organisation takes no part any more
	Day   when.Date
	Start when.Clock
}

// The appointments that are no Status.
const (
	AppointmentDeleted = "deleted"
	AppointmentParted  = "parted"
)

// AppointmentOf is how the contact stands for an organisation that joined it.
func AppointmentOf(c Contact, orgID int64) Appointment {
	s := Appointment{string(c.Status), c.Date, c.Start}
	switch {
	case !c.DeletedAt.IsZero():
		s.Known = AppointmentDeleted
	case !c.TakesPart(orgID):
		s.Known = AppointmentParted
	}
	return s
}

var (
	errJoinNone  = text.New("Der er intet planlagt besøg nr. %d, som du kan se. Tjek virksomheden, så ser du, hvem der er på vej.", "There is no planned visit no. %d that you can see. Check the company to see who is on the way.")
	errJoinOwn   = text.New("Kontakt nr. %d er jeres egen. Ret den, hvis flere skal med.", "Contact no. %d is your own. Edit it to add others.")
	errJoinTwice = text.New("I er allerede med i kontakt nr. %d.", "You already take part in contact no. %d.")
	errJoinOff   = text.New("Kontakt nr. %d er aflyst, så der er ikke noget at deltage i. Planlæg selv et besøg.", "Contact no. %d is called off, so there is nothing to join. Plan a visit yourself.")
	errJoinOver  = text.New("Kontakt nr. %d har været, så det er for sent at melde sig til. Spørg %s, hvad der kom ud af det.", "Contact no. %d is over, so it is too late to join. Ask %s what came of it.")
)

// Joinable gives what the organisation may see of the contact, or an Error that says why it cannot join it that day. A
// contact of which it may not know the fact does not exist for it.
func Joinable(c Contact, org Org, agreed Agreements, today when.Date) (Disclosed, error) {
	d, ok := Disclose(c, org, agreed)
	switch {
	case !ok || d.Tier < TierFact:
		return Disclosed{}, Errorf(NotFound, errJoinNone, c.ID)
	case c.Org.ID == org.ID:
		return Disclosed{}, Errorf(Invalid, errJoinOwn, c.ID)
	case !c.DeletedAt.IsZero(), c.Status == Cancelled:
		return Disclosed{}, Errorf(Conflict, errJoinOff, c.ID)
	case c.Status != Planned, c.Date.Before(today):
		return Disclosed{}, Errorf(Conflict, errJoinOver, c.ID, c.Person.Name)
	case c.TakesPart(org.ID):
		return Disclosed{}, Errorf(Conflict, errJoinTwice, c.ID)
	}
	return d, nil
}
