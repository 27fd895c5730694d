package crm

import (
	"time"

	"samspil/internal/when"
)

// Tier is how much of one organisation's contact another may see.
type Tier int

// The tiers.
const (
	TierNothing Tier = 0 // not even that there was a contact
	TierMonth   Tier = 1 // that some organisation was in contact, and the month
	TierFact    Tier = 2 // organisation, person, date, channel, purposes
	TierNote    Tier = 3 // the note too
)

// Share is what the writer of one contact decided about it.
type Share string

// The writer's choices. Anything but ShareDefault narrows or widens what the pair of organisations has agreed;
// it never lifts a pair that has agreed on nothing.
const (
	ShareDefault Share = "default"
	ShareNothing Share = "nothing" // stays inside the organisation
	ShareMonth   Share = "month"
	ShareFact    Share = "fact"
	ShareNote    Share = "note"
)

var shareTier = map[Share]Tier{ShareNothing: TierNothing, ShareMonth: TierMonth, ShareFact: TierFact, ShareNote: TierNote}

// Agreements holds the tiers that pairs of organisations have agreed on: owner id and viewer id.
type Agreements map[[2]int64]Tier

// TierOf says how much of contact c the viewer may see. Own organisation: all. Between public authorities the
// fact, from and to a private partner nothing, unless the pair has agreed otherwise; the writer may narrow or
// widen a record; a held note is never shown outside. Whoever took part knows the fact, unless the writer keeps
// the record inside the organisation.
func TierOf(c Contact, viewer Org, agreed Agreements) Tier {
	if c.Org.ID == viewer.ID {
		return TierNote
	}
	tier := pairTier(c.Org, viewer, agreed)
	if chosen, ok := shareTier[c.Share]; ok && tier > TierNothing {
		tier = chosen
	}
	if c.TakesPart(viewer.ID) && c.Share != ShareNothing && c.Share != ShareMonth {
		tier = max(tier, TierFact)
	}
	if c.NoteHeld {
		tier = min(tier, TierFact)
	}
	return tier
}

func pairTier(owner, viewer Org, agreed Agreements) Tier {
	if tier, ok := agreed[[2]int64{owner.ID, viewer.ID}]; ok {
		return tier
	}
	if owner.Public && viewer.Public {
		return TierFact
	}
	return TierNothing
}

// Disclosed is a contact as one viewer may see it. It holds nothing above its tier, so whatever is made of it
// (text, blocks, JSON, a log line) cannot either: below TierFact every field but Tier and Month is empty.
type Disclosed struct {
	Tier     Tier
	Own      bool      // the viewer's own organisation
	Joined   bool      // another's, in which the viewer's organisation takes part
	Month    when.Date // first of the month
	Status   Status
	ID       int64
	Org      Org
	Person   string
	Title    string
	Date     when.Date
	Start    when.Clock
	End      when.Clock
	Channel  Channel
	Purposes []Purpose
	With     []string // who took part besides the owner, as far as the viewer may know
	Extra    Extra    // filled at TierNote only
}

// Extra is what only TierNote shows.
type Extra struct {
	Note        string
	ContactName string
	ContactMail string
	ContactTel  string
	Outcome     Outcome
	Trade       string
	Headcount   int
	NeedFrom    when.Date
	Minutes     int
	CreatedAt   time.Time
}

// Disclose gives what the viewer may see of c; ok is false at TierNothing. At TierMonth a contact that was cancelled
// or missed is nothing either: the tier tells of contacts, not of what became of plans.
func Disclose(c Contact, viewer Org, agreed Agreements) (d Disclosed, ok bool) {
	tier := TierOf(c, viewer, agreed)
	if tier == TierNothing || tier == TierMonth && !c.Counts() {
		return Disclosed{}, false
	}
	d = Disclosed{Tier: tier, Start: NoClock, End: NoClock, Month: firstOfMonth(c.Date)}
	if tier >= TierFact {
		d.Own, d.Status = c.Org.ID == viewer.ID, c.Status
		d.Joined = !d.Own && c.TakesPart(viewer.ID)
		d.ID, d.Org, d.Person, d.Title = c.ID, c.Org, c.Person.Name, c.Person.Title
		d.Date, d.Start, d.End, d.Channel, d.Purposes = c.Date, c.Start, c.End, c.Channel, c.Purposes
		d.With = withFor(c, viewer, agreed, tier)
	}
	if tier >= TierNote {
		d.Extra = Extra{c.Note, c.ContactName, c.ContactMail, c.ContactTel, c.Outcome, c.Trade, c.Headcount, c.NeedFrom, c.Minutes, c.CreatedAt}
	}
	return d, true
}

// KnowsOf reports whether the viewer is told the facts of the owner's contacts, as far as nobody narrowed one.
func KnowsOf(owner, viewer Org, agreed Agreements) bool {
	return pairTier(owner, viewer, agreed) >= TierFact
}

// withFor names who took part. A name that is no organisation of ours is free text, which belongs to the note; an
// organisation is named to those with whom it shares the fact of its own contacts.
func withFor(c Contact, viewer Org, agreed Agreements, tier Tier) []string {
	own := c.Org.ID == viewer.ID
	var names []string
	for _, p := range c.With {
		known := p.OrgID != 0 && (p.OrgID == viewer.ID || pairTier(Org{ID: p.OrgID, Public: p.Public}, viewer, agreed) >= TierFact)
		if own || known || p.OrgID == 0 && tier >= TierNote {
			names = append(names, p.Name)
		}
	}
	return names
}

func firstOfMonth(d when.Date) when.Date { return when.Date{Year: d.Year, Month: d.Month, Day: 1} }
