package digest_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"

	"samspil/commands/digest"
	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
	"samspil/store"
	"samspil/store/storetest"
)

// killed is a program that is killed now and then: before its claim is committed, or after and before it knows.
type killed struct {
	*store.Store
	mu   sync.Mutex
	rand *rand.Rand
	sent map[string]int // by digest and day, how often a claim was made, known to the program or not
}

var errKilled = errors.New("killed")

func (k *killed) SendDigest(ctx context.Context, d crm.Digest, sent crm.DigestSent, jobs []crm.Job) (bool, error) {
	k.mu.Lock()
	fate := k.rand.IntN(20)
	k.mu.Unlock()
	if fate == 0 { // the jobs cannot be stored: the claim before them is undone
		_, err := k.Store.SendDigest(ctx, d, sent, []crm.Job{{Kind: "x", Payload: []byte("{")}})
		return false, errors.Join(errKilled, err)
	}
	if fate == 1 {
		gone, cancel := context.WithCancel(ctx)
		cancel()
		_, err := k.Store.SendDigest(gone, d, sent, jobs)
		return false, errors.Join(errKilled, err)
	}
	first, err := k.Store.SendDigest(ctx, d, sent, jobs)
	if first {
		k.mu.Lock()
		k.sent[fmt.Sprintf("%s %s", d.Channel, sent.Day)]++
		k.mu.Unlock()
	}
	if fate == 2 {
		return first, errKilled
	}
	return first, err
}

// year is twelve channels, and how often each is to be told.
func year(t *testing.T, st *store.Store, w storetest.Sample, set time.Time) (list []crm.Digest) {
	t.Helper()
	for i := range 12 {
		d := crm.Digest{Team: "T0DEMO", Channel: fmt.Sprintf("C%02d", i), Org: w.Jobcentre, At: when.Clock(6*60 + 40*i), Weekly: max(0, i-6), Lang: text.Danish, On: true, SetAt: set}
		if i%2 == 1 {
			d.Lang = text.English
		}
		saved, err := st.SaveDigest(ctx, storetest.Entry(w.Anna), d)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, saved)
	}
	return list
}

// noonLook is the one look on a closed day, which keeps a year short.
const noonLook = 5*60 + 4*110

// live has three programs look every 110 minutes, day and evening, from first to last, and compares what was sent with
// what the calendar says.
func live(t *testing.T, st *store.Store, url string, first, last when.Date) {
	w := storetest.Fill(t, st)
	if _, _, err := st.AddFollowUp(ctx, storetest.Entry(w.Anna), crm.FollowUp{CompanyID: w.Crane.ID, Due: first, Text: "x"}); err != nil {
		t.Fatal(err)
	}
	d := deskOf(t, st, url, "anna")
	want := map[string]int{}
	for _, one := range year(t, st, w, first.At(0, 0)) {
		for day := first; !day.After(last); day = day.AddDays(1) {
			if belongs(one, day) {
				want[one.Channel+" "+day.String()] = 1
			}
		}
	}
	k := &killed{Store: st, rand: rand.New(rand.NewPCG(1, 2)), sent: map[string]int{}}
	kills := 0
	for day := first; !day.After(last); day = day.AddDays(1) {
		down := k.rand.IntN(20) == 0 // until the afternoon: what was missed comes the same day
		for minute := 5 * 60; minute < 19*60; minute += 110 {
			if down && minute < 16*60 || closed(day) && minute != noonLook {
				continue
			}
			var programs sync.WaitGroup
			for i := range 3 {
				programs.Go(func() {
					_, err := digest.Sweep(ctx, k, d, day.At(minute/60, minute%60), fmt.Sprint("program ", i))
					if err != nil && !errors.Is(err, errKilled) {
						t.Error(err)
					}
					if err != nil {
						k.mu.Lock()
						kills++
						k.mu.Unlock()
					}
				})
			}
			programs.Wait()
		}
	}
	if !maps.Equal(k.sent, want) {
		t.Errorf("sent\n%v\nwant\n%v", without(k.sent, want), without(want, k.sent))
	}
	keys := map[string]int{}
	for _, m := range sent(t, url) {
		keys[m.Key]++
	}
	if len(keys) != len(want) || kills == 0 {
		t.Errorf("%d digests were stored of %d; %d kills", len(keys), len(want), kills)
	}
	for key, n := range keys {
		if n != 1 {
			t.Errorf("%s was stored %d times", key, n)
		}
	}
	t.Logf("%d digests, %d kills", len(want), kills)
}

// belongs says independently of crm.Digest whether the calendar wants a digest on that day.
func belongs(d crm.Digest, day when.Date) bool {
	if closed(day) || d.Weekly == 0 {
		return !closed(day)
	}
	for back := day; ; back = back.AddDays(-1) { // its own day, or closed days without a gap since then
		switch {
		case int(back.Weekday()) == d.Weekly:
			return true
		case !closed(back.AddDays(-1)):
			return false
		}
	}
}

// closedDays are the holidays and closed days of 2026–2028, as the calendar prints them.
var closedDays = []string{
	"2025-12-31", "2026-01-01", "2026-04-02", "2026-04-03", "2026-04-06", "2026-05-14", "2026-05-25", "2026-06-05", "2026-12-24", "2026-12-25", "2026-12-31",
	"2027-01-01", "2027-03-25", "2027-03-26", "2027-03-29", "2027-05-06", "2027-05-17", "2027-12-24", "2027-12-31",
	"2028-04-13", "2028-04-14", "2028-04-17", "2028-05-25", "2028-06-05", "2028-12-25", "2028-12-26",
}

func closed(d when.Date) bool {
	return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday || slices.Contains(closedDays, d.String())
}

func without(a, b map[string]int) (list []string) {
	for k, n := range a {
		if b[k] != n {
			list = append(list, fmt.Sprint(k, " ", n))
		}
	}
	slices.Sort(list)
	return list
}

// A year with both clock changes: every digest comes exactly once, and none on a closed day.
func TestYear(t *testing.T) {
	st, url := storetest.SQLite(t)
	live(t, st, url, when.MustISO("2027-01-01"), when.MustISO("2027-12-31"))
}

// Easter and the change to summer time on both databases.
func TestWeeks(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, st *store.Store, url string) {
		live(t, st, url, when.MustISO("2027-03-22"), when.MustISO("2027-04-01"))
	})
}

// The calendar of three years, without rows.
func TestThreeYears(t *testing.T) {
	for weekly := range 6 {
		d := crm.Digest{On: true, At: crm.DigestDefault, Weekly: weekly}
		n := 0
		for day := when.MustISO("2026-01-01"); day.Before(when.MustISO("2029-01-01")); day = day.AddDays(1) {
			want := belongs(d, day)
			got, ok := d.Due(day.At(8, 0))
			if ok != want || ok && got != day {
				t.Errorf("weekly %d: %s is due: %v", weekly, day, ok)
			}
			if early, ok := d.Due(day.At(7, 59)); ok {
				t.Errorf("%s is due before 8", early)
			}
			if late, ok := d.Due(day.At(18, 0)); ok {
				t.Errorf("%s is due at 18", late)
			}
			if ok {
				n++
			}
		}
		if weekly > 0 && (n < 154 || n > 157) { // once in each of 156 weeks and a half
			t.Errorf("weekly %d: %d digests in three years", weekly, n)
		}
	}
}
