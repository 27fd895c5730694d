package crm

import (
	"slices"

	"samspil/internal/when"
)

// Audience is who reads a channel.
type Audience struct {
	Orgs    []Org // whose staff are members, each once
	Unknown int   // members of whom nobody knows for whom they speak
	Partial bool  // there are more members than were looked at
}

// Certain reports whether it is known for whom every member speaks. Where it is not, nothing can be shared.
func (a Audience) Certain() bool { return a.Unknown == 0 && !a.Partial && len(a.Orgs) > 0 }

// Others are the readers' organisations of which that does not hold.
func (a Audience) Others(may func(Org) bool) []Org {
	return slices.DeleteFunc(slices.Clone(a.Orgs), may)
}

// Shared is what everybody in a channel may see of a company. Notes are never part of it: people join a channel later,
// and read what stands there.
type Shared struct {
	Company Company
	Last    *Disclosed  // the latest completed contact
	Planned []Disclosed // soonest first
	Earlier []Disclosed // completed before Last, newest first
	Notices []Notice    // in force today
}

// ShareInput is what is known of a company when somebody shares it with the organisations in a channel.
type ShareInput struct {
	Company  Company
	Contacts []Contact // in any order
	Notices  []Notice
	Viewers  []Org
	Agreed   Agreements
	Today    when.Date
}

// ShareWith works out what all viewers may see: a contact of which one of them may not know is left out, and every other is
// shown at the lowest of their tiers.
func ShareWith(in ShareInput) Shared {
	out := Shared{Company: in.Company}
	seen := make([]*seenContact, 0, len(in.Contacts))
	for _, c := range in.Contacts {
		if d, ok := DiscloseToAll(c, in.Viewers, in.Agreed); ok && c.DeletedAt.IsZero() && c.Counts() {
			if d.Tier == TierMonth {
				c = ofMonth(c, in.Today)
			}
			seen = append(seen, &seenContact{d, c})
		}
	}
	slices.SortStableFunc(seen, func(a, b *seenContact) int { return newestFirst(&a.c, &b.c) })
	for _, s := range seen {
		switch {
		case s.c.Status == Planned && !s.c.Date.Before(in.Today):
			out.Planned = append(out.Planned, s.d)
		case out.Last == nil && s.c.Status == Done:
			out.Last = &s.d
		default:
			out.Earlier = append(out.Earlier, s.d)
		}
	}
	slices.Reverse(out.Planned)
	for _, n := range in.Notices {
		if !n.HoldsOn(in.Today) {
			continue
		}
		if slices.ContainsFunc(in.Viewers, func(v Org) bool { return n.Org.ID != v.ID && pairTier(n.Org, v, in.Agreed) < TierFact }) {
			n.Org = Org{}
		}
		out.Notices = append(out.Notices, n)
	}
	return out
}

// DiscloseToAll gives what every one of the viewers may see of c, and at most TierFact; ok is false where one of them may
// see nothing, and where there are none.
func DiscloseToAll(c Contact, viewers []Org, agreed Agreements) (lowest Disclosed, ok bool) {
	if c.Share == ShareNote {
		c.Share = ShareFact
	}
	c.NoteHeld = true                                                                                  // which keeps others at TierFact
	c.With = slices.DeleteFunc(slices.Clone(c.With), func(p Participant) bool { return p.OrgID == 0 }) // free text belongs to the note
	for i, v := range viewers {
		d, ok := Disclose(c, v, agreed)
		if !ok {
			return Disclosed{}, false
		}
		with := lowest.With
		if i == 0 || d.Tier < lowest.Tier {
			lowest = d
		}
		if i > 0 && lowest.Tier >= TierFact {
			lowest.With = slices.DeleteFunc(slices.Clone(with), func(name string) bool { return !slices.Contains(d.With, name) })
		}
	}
	lowest.Own, lowest.Joined, lowest.Extra = false, false, Extra{}
	lowest.Tier = min(lowest.Tier, TierFact)
	return lowest, len(viewers) > 0
}

// KnownToAll reports whether every one of the viewers may know of the company.
func (c Company) KnownToAll(viewers []Org, agreed Agreements) bool {
	return !slices.ContainsFunc(viewers, func(v Org) bool { return !c.KnownTo(v, agreed) })
}
