package moving

import (
	"context"
	"crypto/sha256"
	"fmt"
	"slices"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// same16 makes contacts of a file the same: company, day, time of day, channel, person, purposes, note, follow-ups. A file that
// numbers its rows says itself which are different.
func (in *Intake) same16(d *Decision) [16]byte {
	k := d.Contact.Contact
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x1f%s\x1f%d\x1f%s\x1f%d\x1f%s\x1f%s\x1f%s\x1f%d\x1f%s\x1f%v", k.Company.CVR, k.Date, k.Start, k.Channel, k.Person.ID, k.Purposes,
		k.Note, k.Status, k.SiteID, d.Draft.Number, d.Contact.FollowUps))
	return [16]byte(sum[:16])
}

func (in *Intake) judgeTwice(d *Decision) {
	key := in.same16(d)
	if first, ok := in.seen[key]; ok {
		d.Verdict, d.Why = Twice, whyTwice.In(in.Lang, first)
		return
	}
	in.seen[key], in.keys[d.Contact.Key] = d.Row.Number, d.Row.Number
	d.Verdict = Added
}

// compare looks for what the organisation has already, and for others' contacts close by, among the rows to be added.
func (in *Intake) compare(ctx context.Context, list []Decision) error {
	var ids []int64
	var from, to when.Date
	for _, d := range list {
		if k := d.Contact.Contact; d.Verdict == Added && !d.Fresh {
			ids = append(ids, k.Company.ID)
			if from.IsZero() || k.Date.Before(from) {
				from = k.Date
			}
			if to.IsZero() || k.Date.After(to) {
				to = k.Date
			}
		}
	}
	if len(ids) == 0 {
		return nil
	}
	slices.Sort(ids)
	window := crm.Windows{}.Longest() + longestMonth
	near, err := in.rec.ContactsOfCompanies(ctx, slices.Compact(ids), from.AddDays(-window), to.AddDays(window), in.ImportID)
	if err != nil {
		return err
	}
	of := map[int64][]crm.Contact{}
	for _, k := range near {
		of[k.Company.ID] = append(of[k.Company.ID], k)
	}
	for i := range list {
		if d := &list[i]; d.Verdict == Added && !d.Fresh {
			in.compareOne(d, of[d.Contact.Company.ID])
		}
	}
	return nil
}

// longestMonth is how many days the day of a contact may lie from the month that is shown of it.
const longestMonth = 31

func (in *Intake) compareOne(d *Decision, near []crm.Contact) {
	k := d.Contact.Contact
	for _, o := range near {
		if o.Org.ID == in.Org.ID && o.Date == k.Date && o.Channel == k.Channel && o.Start == k.Start && o.Status == k.Status && (o.Note == k.Note || o.Note == "" || k.Note == "") {
			d.Verdict, d.Why = Ours, whyOurs.In(in.Lang, o.ID)
			return
		}
	}
	checked := crm.Check(crm.CheckInput{Company: k.Company, Contacts: near, Viewer: in.Org, Agreed: in.Agreed, Today: when.DateOf(in.Now), Day: k.Date})
	d.Overlap = k.Counts() && len(checked.Overlaps) > 0
}
