package crm

import (
	"slices"

	"samspil/internal/when"
)

// DefaultWindow is how many days another organisation's contact counts as an overlap.
const DefaultWindow = 90

// Windows is how long a contact counts as an overlap, in days.
type Windows struct {
	Days      int             // for purposes not named below; 0 means DefaultWindow
	ByPurpose map[Purpose]int // the longest of a contact's purposes counts
}

// For is the window that applies to a contact with these purposes.
func (w Windows) For(purposes []Purpose) int {
	days, named := 0, false
	for _, p := range purposes {
		if d, ok := w.ByPurpose[p]; ok {
			days, named = max(days, d), true
		}
	}
	switch {
	case named:
		return days
	case w.Days > 0:
		return w.Days
	}
	return DefaultWindow
}

// Longest is the longest of the windows.
func (w Windows) Longest() int {
	days := w.For(nil)
	for _, d := range w.ByPurpose {
		days = max(days, d)
	}
	return days
}

// Standing is the one-line answer to "may I contact this company?".
type Standing string

// The standings, mildest first. Each is shown with words as well as a symbol.
const (
	Clear    Standing = "clear"
	Recent   Standing = "recent"
	SomeGoes Standing = "planned"
	AskedNot Standing = "asked_not"
)

// Checked is the answer to a check, for one viewer: it holds nothing the viewer may not see.
type Checked struct {
	Company   Company
	Standing  Standing
	Reduced   int         // contacts shown at TierMonth only, so that the answer is never silently blind
	Older     bool        // the viewer may see older contacts, which nothing here counts
	Last      *Disclosed  // the latest completed contact by anybody, over all sites
	Planned   []Disclosed // soonest first, own and others'
	Others    []Disclosed // completed before Last, newest first
	Own       []Disclosed // completed before Last, newest first
	Off       []Disclosed // cancelled and missed, newest first
	Overlaps  []Disclosed // the others' contacts inside the window, done or planned
	Notices   []Notice    // in force today
	FollowUps []FollowUp  // open ones of the viewer's organisation
}

// CheckInput is what is known of a company when somebody checks it.
type CheckInput struct {
	Company   Company
	Contacts  []Contact // in any order
	Older     bool      // the viewer may see older contacts than these
	Notices   []Notice
	FollowUps []FollowUp
	Viewer    Org
	Agreed    Agreements
	Windows   Windows
	Today     when.Date
	Day       when.Date // the day somebody thinks of contacting the company; zero: Today
}

// Check works out the answer. The standing is taken only from what the viewer may see: at TierNothing a contact
// must not show through the verdict either, and at TierMonth no more than the month may.
func Check(in CheckInput) Checked {
	if in.Day.IsZero() {
		in.Day = in.Today
	}
	out := Checked{Company: in.Company, Standing: Clear, Older: in.Older}
	seen := make([]*seenContact, 0, len(in.Contacts)) // pointers: a contact is large, and sorting moves it
	for _, c := range in.Contacts {
		if d, ok := Disclose(c, in.Viewer, in.Agreed); ok && c.DeletedAt.IsZero() {
			if d.Tier == TierMonth {
				c = ofMonth(c, in.Today)
			}
			seen = append(seen, &seenContact{d, c})
		}
	}
	slices.SortStableFunc(seen, func(a, b *seenContact) int { return newestFirst(&a.c, &b.c) })
	for _, s := range seen {
		out.add(s.d, &s.c, &in)
	}
	slices.Reverse(out.Planned) // soonest first
	for _, n := range in.Notices {
		if pairTier(n.Org, in.Viewer, in.Agreed) < TierFact && n.Org.ID != in.Viewer.ID {
			n.Org = Org{}
		}
		if n.HoldsOn(in.Day) {
			out.Notices = append(out.Notices, n)
		}
	}
	for _, f := range in.FollowUps {
		if f.State == FollowUpOpen && f.OrgID == in.Viewer.ID {
			out.FollowUps = append(out.FollowUps, f)
		}
	}
	slices.SortStableFunc(out.FollowUps, func(a, b FollowUp) int { return a.Due.Sub(b.Due) })
	if slices.ContainsFunc(out.Notices, Notice.asksNot) {
		out.Standing = AskedNot
	}
	return out
}

// seenContact is a contact that the viewer may know of, and what of it may be shown.
type seenContact struct {
	d Disclosed
	c Contact
}

// ofMonth is what may be concluded from a contact of which only the month may be known: neither its day nor whether
// it has been. One of a month that has begun counts as done, one of a later month as planned.
func ofMonth(c Contact, today when.Date) Contact {
	blurred := Contact{Org: c.Org, With: c.With, Status: Done, Start: NoClock, Date: firstOfMonth(c.Date)}
	if blurred.Date.After(today) {
		blurred.Status = Planned
	}
	return blurred
}

func newestFirst(a, b *Contact) int {
	if days := b.Date.Sub(a.Date); days != 0 {
		return days
	}
	if a.Start != b.Start {
		return int(b.Start - a.Start)
	}
	return int(b.ID - a.ID)
}

func (out *Checked) add(d Disclosed, c *Contact, in *CheckInput) {
	if d.Tier == TierMonth {
		out.Reduced++
	}
	coming := c.Status == Planned && !c.Date.Before(in.Today)
	close := Overlap(*c, in.Viewer.ID, in.Day, in.Windows)
	if d.Tier == TierMonth {
		close = monthOverlaps(*c, in)
	}
	if close {
		out.Overlaps = append(out.Overlaps, d)
		if coming {
			out.Standing = SomeGoes
		} else if out.Standing == Clear {
			out.Standing = Recent
		}
	}
	if out.Last == nil && c.Status == Done {
		out.Last = &d
		return
	}
	switch {
	case !c.Counts():
		out.Off = append(out.Off, d)
	case coming:
		out.Planned = append(out.Planned, d)
	// A planned contact whose day is past, and of which nobody said what came of it, stands among the earlier ones.
	case d.Own:
		out.Own = append(out.Own, d)
	default:
		out.Others = append(out.Others, d)
	}
}

// Overlap reports whether c is another organisation's contact close enough to day to matter to an organisation
// that thinks of contacting the company that day. A joint contact is nobody's overlap among those who took part.
func Overlap(c Contact, orgID int64, day when.Date, w Windows) bool {
	if c.TakesPart(orgID) || !c.Counts() {
		return false
	}
	days := c.Date.Sub(day)
	return max(days, -days) <= w.For(c.Purposes)
}

// monthOverlaps is Overlap for a contact of which only the month may be known: any day of the month counts.
func monthOverlaps(c Contact, in *CheckInput) bool {
	nearest := in.Day
	last := when.Date{Year: c.Date.Year, Month: c.Date.Month + 1, Day: 1}.AddDays(-1)
	if c.Date.Month == 12 {
		last = when.Date{Year: c.Date.Year, Month: 12, Day: 31}
	}
	if nearest.Before(c.Date) {
		nearest = c.Date
	}
	if nearest.After(last) {
		nearest = last
	}
	c.Date = nearest
	return Overlap(c, in.Viewer.ID, in.Day, in.Windows)
}
