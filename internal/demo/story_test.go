package demo

import (
	"slices"
	"testing"
	"time"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// with gives the records of a company, newest contact first.
func with(cvr string, now time.Time) []Record {
	var list []Record
	for _, r := range Contacts(now) {
		if r.Contact.Company.CVR == cvr {
			list = append(list, r)
		}
	}
	slices.SortFunc(list, func(a, b Record) int { return b.Contact.Date.Sub(a.Contact.Date) })
	return list
}

// TestStories holds what the README, the manual and the conversations in tests rely on.
func TestStories(t *testing.T) {
	for _, now := range moments {
		today := when.DateOf(now)
		t.Run(today.String(), func(t *testing.T) {
			concrete := with(lollandBeton, now)
			if r := concrete[0]; r.By != karin || r.Contact.Status != crm.Planned || r.Contact.Date.Sub(today) > 14 {
				t.Errorf("Karin does not plan a visit to Lolland Betonelementer: %+v", r)
			}
			done := slices.DeleteFunc(concrete, func(r Record) bool { return r.Contact.Status != crm.Done })
			if r := done[0]; r.By != bo || r.Contact.Channel != crm.Visit || r.Contact.Note == "" || today.Sub(r.Contact.Date) < 6 ||
				!slices.Equal(r.Contact.Purposes, purposes("recruitment", "upskilling")) {
				t.Errorf("Bo was not the last at Lolland Betonelementer: %+v", r)
			}
			if done[len(done)-1].By != anna {
				t.Error("Anna has no older contact with Lolland Betonelementer")
			}
			for _, r := range with(aeroeMaskin, now) {
				if today.Sub(r.Contact.Date) <= 120 {
					t.Errorf("Ærø Maskinfabrik was contacted on %s", r.Contact.Date)
				}
			}
			if r := with(soerensenVVS, now)[0]; r.By != anna || r.Contact.Status != crm.Done {
				t.Errorf("Anna was not the last at Sørensen & Søn: %+v", r)
			}
			if list := with(koegeKranservice, now); len(list) != 1 || list[0].By != per {
				t.Errorf("Køge Kranservice has other contacts than Per's: %d", len(list))
			}
			if r := with(roedbyHavn, now)[0]; r.By != anna || r.Contact.Status != crm.Planned || r.Contact.ContactName == "" {
				t.Errorf("Anna does not plan a visit to Rødby Havneservice: %+v", r)
			}
		})
	}
}

func TestHistoryIsVaried(t *testing.T) {
	now := moments[0]
	today := when.DateOf(now)
	seen := map[string]int{}
	plans := map[string]int{}
	for _, r := range Contacts(now) {
		c := r.Contact
		seen["channel "+string(c.Channel)]++
		seen["status "+string(c.Status)]++
		seen["share "+string(c.Share)]++
		seen["by "+r.By]++
		if len(r.With) > 0 {
			seen["joint"]++
		}
		if c.Status == crm.Planned {
			plans[c.Company.CVR]++
		}
		for _, f := range r.FollowUps {
			if f.Due.Before(today) {
				seen["overdue"]++
			} else {
				seen["open"]++
			}
		}
	}
	for _, term := range append(slices.Clone(crm.Channels), crm.Statuses...) {
		if seen["channel "+term.Code]+seen["status "+term.Code] == 0 {
			t.Errorf("no contact is %q", term.Code)
		}
	}
	for what, atLeast := range map[string]int{
		"joint": 3, "overdue": 3, "open": 5, "share nothing": 1, "share month": 1, "share note": 1,
		"by " + anna: 8, "by " + bo: 8, "by " + karin: 5, "by " + mette: 2, "by " + per: 3, "by " + lis: 2,
	} {
		if seen[what] < atLeast {
			t.Errorf("%s: %d contacts, want %d", what, seen[what], atLeast)
		}
	}
	for cvr, n := range plans {
		if n > 1 {
			t.Errorf("%d plans with %s: the second would meet the first one's claim", n, cvr)
		}
	}
}

func TestNotices(t *testing.T) {
	for _, now := range moments {
		today, kinds := when.DateOf(now), []crm.NoticeKind{}
		for _, n := range Notices(now) {
			if kinds = append(kinds, n.Notice.Kind); !n.Notice.HoldsOn(today) {
				t.Errorf("the notice %s does not hold on %s", n.Notice.Kind, today)
			}
			companyByCVR(t, n.CVR)
		}
		if !slices.Equal(kinds, []crm.NoticeKind{crm.NoticeNotBefore, crm.NoticeConflict}) {
			t.Errorf("notices: %v", kinds)
		}
	}
}
