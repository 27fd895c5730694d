package consultation_test

import (
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"samspil/commands/consultation"
	"samspil/internal/crm"
	"samspil/internal/when"
	"samspil/store"
	"samspil/store/storetest"
)

// Four weeks around Christmas: three programs look every quarter of an hour, day and night. Those who have not answered
// are reminded five workdays and one workday before the deadline and on the day itself, at 08:30, once, in the thread of
// their card; those who answered, and those without a channel, are not.
func TestWeeksAroundChristmas(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, st *store.Store, url string) {
		d := deskOf(t, st, url)
		storetest.GiveChannel(t, url, d.Carla, "C0PP", "en")
		council := crm.Org{Code: "RBR-SJ", NameDA: "Det Regionale Beskæftigelsesråd", Public: true}
		d.ok(st.SaveOrgs(ctx, []crm.Org{council})) // without a channel
		d.now = when.MustISO("2026-12-18").At(10, 0)
		deadline := crm.ConsultationDeadline(when.DateOf(d.now))
		form := d.says("start N")
		_, err := d.submits(form, map[string][]string{"heard": {"JC-360", "PP-1", "RBR-SJ"}, "deadline": {deadline.String()}})
		d.ok(err)
		c, seen := d.is(), len(d.sent())
		var got []string
		for clock := d.now; clock.Before(when.MustISO("2027-01-16").At(0, 0)); clock = clock.Add(15 * time.Minute) {
			var programs sync.WaitGroup
			sent := make([]int, 3)
			for i := range sent {
				programs.Go(func() {
					var err error
					if sent[i], err = consultation.Remind(ctx, st, clock); err != nil {
						t.Error(err)
					}
				})
			}
			programs.Wait()
			if clock.Equal(when.MustISO("2026-12-30").At(9, 0)) {
				d.now, d.person = clock, d.Carla
				d.says("answer N supports")
				seen = len(d.sent())
			}
			if sent[0]+sent[1]+sent[2] == 0 {
				continue
			}
			all := d.sent()
			for _, m := range all[seen:] {
				got = append(got, clock.In(when.Copenhagen).Format("2006-01-02 15:04 ")+m.Channel)
				if m.Under != fmt.Sprintf("consultation.%d.%d", c.ID, d.Jobcentre.ID) && m.Channel == "C0JC" || m.Key != "" {
					t.Errorf("stands in the wrong place: %q %q", m.Under, m.Key)
				}
			}
			seen = len(all)
		}
		slices.Sort(got)
		want := []string{"2026-12-29 08:30 C0JC", "2026-12-29 08:30 C0PP", "2027-01-06 08:30 C0JC", "2027-01-07 08:30 C0JC"}
		if !slices.Equal(got, want) {
			t.Errorf("got\n%v\nwant\n%v", got, want)
		}
		if extra := len(d.sent()) - seen; extra != 0 {
			t.Errorf("%d messages at other times", extra)
		}
		last := d.sent()[seen-1]
		wants(t, last.Text, "Svarfristen er i dag: projektforslag nr.", "Jeres organisation har ikke svaret endnu.")
		if b := d.buttons(last.Blocks); len(b) != 4 {
			t.Errorf("%v", b)
		}
	})
}

// What was missed while the program was down comes the same day or the next workday; an ended consultation is quiet.
func TestRemindAfterDowntime(t *testing.T) {
	d := newDesk(t)
	d.starts() // until 7 December: reminders on 30 November, 4 and 7 December
	for _, c := range []struct {
		day          string
		hour, minute int
		want         int
	}{{"2026-11-30", 8, 29, 0}, {"2026-11-30", 18, 0, 0}, {"2026-12-01", 16, 0, 1}, {"2026-12-01", 16, 1, 0}, {"2026-12-02", 9, 0, 0}, {"2026-12-05", 9, 0, 0}, {"2026-12-07", 9, 0, 1}, {"2026-12-07", 10, 0, 0}, {"2026-12-08", 9, 0, 0}} {
		n, err := consultation.Remind(ctx, d.store, when.MustISO(c.day).At(c.hour, c.minute))
		d.ok(err)
		if n != c.want {
			t.Errorf("%s %d:%02d: %d messages, want %d", c.day, c.hour, c.minute, n, c.want)
		}
	}
}

func TestEndedIsQuiet(t *testing.T) {
	d := newDesk(t)
	d.starts()
	_, err := d.submits(d.says("end N"), map[string][]string{"sure": {"yes"}})
	d.ok(err)
	n, err := consultation.Remind(ctx, d.store, when.MustISO("2026-11-30").At(9, 0))
	if n != 0 || err != nil {
		t.Errorf("%d messages, %v", n, err)
	}
}
