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
	Notices   []Notice
	FollowUps []FollowUp
	Viewer    Org
	Agreed    Agreements
	Windows   Windows
	Today     when.Date
}

// Check works out the answer. The standing is taken only from what the viewer may see: at TierNothing a contact
// must not show through the verdict either.
func Check(in CheckInput) Checked {
	out := Checked{Company: in.Company, Standing: Clear}
	contacts := slices.Clone(in.Contacts)
	slices.SortStableFunc(contacts, newestFirst)
	for _, c := range contacts {
		if d, ok := Disclose(c, in.Viewer, in.Agreed); ok && c.DeletedAt.IsZero() {
			out.add(d, c, in)
		}
	}
	slices.Reverse(out.Planned) // soonest first
	for _, n := range in.Notices {
		if pairTier(n.Org, in.Viewer, in.Agreed) < TierFact && n.Org.ID != in.Viewer.ID {
			n.Org = Org{}
		}
		if n.HoldsOn(in.Today) {
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

func newestFirst(a, b Contact) int {
	if days := b.Date.Sub(a.Date); days != 0 {
		return days
	}
	if a.Start != b.Start {
		return int(b.Start - a.Start)
	}
	return int(b.ID - a.ID)
}

func (out *Checked) add(d Disclosed, c Contact, in CheckInput) {
	if d.Tier == TierMonth {
		out.Reduced++
	}
	coming := c.Status == Planned && !c.Date.Before(in.Today)
	if Overlap(c, in.Viewer.ID, in.Today, in.Windows) {
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
