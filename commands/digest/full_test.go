package digest

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/slack-go/slack"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
)

// full is more news than any day has, in words as long as they get.
func full() news {
	day := when.MustISO("2026-11-24")
	long := func(what string, n int) string {
		return fmt.Sprintf("%s-%03d %s", what, n, strings.Repeat("Sønderjyllands Øl & <Vand> ", 7))
	}
	org := crm.Org{ID: 7, NameDA: strings.Repeat("Erhvervshus ", 10), NameEN: strings.Repeat("Business hub ", 10)}
	n := news{readers: 2, due: 150, overdue: 90, missing: []text.Text{sourceContacts, sourcePlans, sourceProposals, sourceConsultations, sourcePromises}}
	for i := range mostItems {
		seen := func(what string) item {
			d := crm.Disclosed{Tier: crm.TierFact, ID: int64(i + 1), Org: org, Person: strings.Repeat("Åse ", 20), Date: day, Start: 540, End: 600, Channel: crm.Visit,
				Purposes: []crm.Purpose{"upskilling", "recruitment"}, With: []string{org.NameDA, org.NameDA}}
			return item{company: crm.Company{ID: int64(i), CVR: fmt.Sprintf("%08d", i+len(what)*1000), Name: long(what, i)}, Disclosed: d, beside: &d}
		}
		n.contacts, n.plans = append(n.contacts, seen("kontakt")), append(n.plans, seen("plan"))
		n.promises = append(n.promises, crm.Promise{Company: crm.Company{Name: long("aftale", i)}, Owner: crm.Person{Name: strings.Repeat("Bo ", 30)}})
	}
	var silent []crm.Heard
	for range 60 {
		silent = append(silent, crm.Heard{Org: org})
	}
	for i := range mostMatters {
		p := crm.Proposal{ID: int64(i + 1), Org: org, Title: long("projekt", i), Deadline: day, Stage: crm.StageConsultation}
		n.proposals = append(n.proposals, p)
		p.Title = long("høring", i)
		n.consultations = append(n.consultations, crm.OpenConsultation{Consultation: crm.Consultation{ID: int64(i + 1), Deadline: day, Heard: silent}, Proposal: p})
	}
	return n
}

// On the fullest day a digest keeps to its size, every item stands in it or in its thread, and each kind has its buttons.
func TestFullDigest(t *testing.T) {
	for _, lang := range []text.Lang{text.Danish, text.English} {
		page, rest := showDigest(lang, crm.Digest{Org: crm.Org{ID: 1, NameDA: "Jobcenter", NameEN: "Job centre"}}, when.MustISO("2026-11-24"), full())
		blocks := func(r commands.Reply) string {
			b, err := json.Marshal(slack.Blocks{BlockSet: r.Blocks})
			if err != nil {
				t.Fatal(err)
			}
			return string(b)
		}
		if n, size := len(page.Blocks), len([]rune(page.Text)); n > 45 || size > 10_000 {
			t.Errorf("%s: %d blocks, %d characters", lang, n, size)
		}
		if size := len([]rune(blocks(page))); size > 30_000 {
			t.Errorf("%s: %d characters of blocks", lang, size)
		}
		everything := page.Text
		for _, r := range rest {
			if n, size := len(r.Blocks), len([]rune(r.Text)); n > 45 || size > 10_000 {
				t.Errorf("%s: %d blocks, %d characters in the thread", lang, n, size)
			}
			everything += "\n" + r.Text
		}
		for _, kind := range []struct {
			what string
			many int
		}{{"kontakt", mostItems}, {"plan", mostItems}, {"projekt", mostMatters}, {"høring", mostMatters}} {
			for i := range kind.many {
				if name := fmt.Sprintf("%s-%03d", kind.what, i); !strings.Contains(everything, name) {
					t.Errorf("%s: %s stands nowhere", lang, name)
				}
			}
		}
		for _, button := range []string{"visit.join", "consultation.position", "followup.new", "check.show"} {
			if got := strings.Count(blocks(page), `"action_id":"`+button); got != checkLimit {
				t.Errorf("%s: %d buttons %s, not %d", lang, got, button, checkLimit)
			}
		}
	}
}

// Nobody is offered to join what the only organisation that reads the channel plans itself.
func TestOwnPlansAreNotJoined(t *testing.T) {
	n := full()
	n.readers = 1
	if got := len(joinButtons(text.Danish, crm.Digest{Org: crm.Org{ID: 7}}, n)); got != 0 {
		t.Errorf("%d buttons", got)
	}
	n.readers = 2
	if got := len(joinButtons(text.Danish, crm.Digest{Org: crm.Org{ID: 7}}, n)); got != checkLimit {
		t.Errorf("%d buttons", got)
	}
}
