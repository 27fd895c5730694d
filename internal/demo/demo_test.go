package demo

import (
	"slices"
	"strings"
	"testing"
	"time"

	"samspil/internal/crm"
	"samspil/internal/directory"
	"samspil/internal/privacy"
	"samspil/internal/register"
	"samspil/internal/text"
	"samspil/internal/when"
)

// moments are days on which the calendar makes trouble: an ordinary Monday, a Sunday, the days before Christmas
// and Easter, New Year, leap day, midsummer, and a moment after midnight in Copenhagen but not in UTC.
var moments = []time.Time{
	when.MustISO("2026-11-23").At(10, 0), when.MustISO("2026-11-22").At(10, 0), when.MustISO("2026-12-23").At(10, 0),
	when.MustISO("2027-01-01").At(10, 0), when.MustISO("2027-03-24").At(10, 0), when.MustISO("2028-02-29").At(10, 0),
	when.MustISO("2027-07-17").At(0, 30),
}

func companyByCVR(t *testing.T, cvr string) crm.Company {
	t.Helper()
	list := Companies()
	i := slices.IndexFunc(list, func(c crm.Company) bool { return c.CVR == cvr })
	if i < 0 {
		t.Fatalf("no company has the number %s", cvr)
	}
	return list[i]
}

// validCVR is the register's check: weights 2 7 6 5 4 3 2 1, sum divisible by 11.
func validCVR(cvr string) bool {
	sum := 0
	for i, w := range []int{2, 7, 6, 5, 4, 3, 2, 1} {
		sum += int(cvr[i]-'0') * w
	}
	return len(cvr) == 8 && sum%11 == 0
}

func TestCompaniesAreSound(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range Companies() {
		if seen[c.CVR] || !validCVR(c.CVR) || c.CVR < "99000000" || c.CVR > "99030000" {
			t.Errorf("%s: %s is not a number of its own for the demo", c.Name, c.CVR)
		}
		seen[c.CVR] = true
		if directory.MunicipalityName(c.Municipality) == "" || len(c.Industry) != 6 || c.Place == "" || c.Form == "" {
			t.Errorf("%s lacks something: %+v", c.Name, c)
		}
		if c.Key != register.Fold(c.Name) {
			t.Errorf("%s has the key %q", c.Name, c.Key)
		}
		for _, s := range c.Sites {
			if len(s.PNumber) != 10 || s.PNumber < "1013" || s.PNumber > "1032" || seen[s.PNumber] {
				t.Errorf("%s: the P-number %s looks like a CPR number or is there twice", c.Name, s.PNumber)
			}
			seen[s.PNumber] = true
		}
		if c.Status == crm.CompanyEnded && (c.EndedOn.IsZero() || companyByCVR(t, c.SuccessorCVR).Status != crm.CompanyActive) {
			t.Errorf("%s ended without a day or a living successor", c.Name)
		}
	}
}

func TestEveryKindOfCompanyIsThere(t *testing.T) {
	var statuses []crm.CompanyStatus
	var names, forms []string
	protected, sites := 0, 0
	for _, c := range Companies() {
		statuses, names, forms = append(statuses, c.Status), append(names, c.Name), append(forms, c.Form)
		if c.AdProtected {
			protected++
		}
		sites = max(sites, len(c.Sites))
	}
	for _, s := range []crm.CompanyStatus{crm.CompanyEnded, crm.CompanyBankruptcy} {
		if !slices.Contains(statuses, s) {
			t.Errorf("no company is %s", s)
		}
	}
	for _, f := range []string{"A/S", "ApS", "I/S", "ENK"} {
		if !slices.Contains(forms, f) {
			t.Errorf("no company is an %s", f)
		}
	}
	if protected == 0 || sites < 2 {
		t.Errorf("%d companies with advertising protection, at most %d sites", protected, sites)
	}
	slices.Sort(names)
	if twins := len(names) - len(slices.Compact(names)); twins != 1 {
		t.Errorf("%d names are shared, want the two Jensen Byg ApS only", twins)
	}
}

func TestPeople(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range People() {
		if seen[p.User] || p.Team != Team || !p.Active || p.Org.NameDA == "" || p.Title == "" {
			t.Errorf("%s is incomplete or there twice: %+v", p.User, p)
		}
		seen[p.User] = true
		if p.Org.Public == (p.User == per) {
			t.Errorf("%s: only Per acts for a private partner", p.Name)
		}
	}
	for _, o := range directory.Orgs() {
		if o.Code == Orgs()[0].Code {
			t.Errorf("%s is also the code of %s", o.Code, o.NameDA)
		}
	}
}

func TestContactsAreSound(t *testing.T) {
	for _, now := range moments {
		today, last := when.DateOf(now), time.Time{}
		for _, r := range Contacts(now) {
			c := r.Contact
			c.Company = companyByCVR(t, c.Company.CVR)
			c.Company.ID = 1
			what := r.By + " with " + c.Company.Name + " on " + c.Date.String()
			if !when.IsWorkday(c.Date) || !when.IsWorkday(when.DateOf(r.At)) {
				t.Errorf("%s: not a workday, or logged on none (%s)", what, r.At)
			}
			if c.Status == crm.Planned != c.Date.After(today) || c.Date == today {
				t.Errorf("%s is %s", what, c.Status)
			}
			if !r.At.Before(now) || r.At.Before(last) {
				t.Errorf("%s was logged at %s, after now or out of order", what, r.At)
			}
			last = r.At
			if err := c.Validate(text.Danish, when.DateOf(r.At)); err != nil {
				t.Errorf("%s: %v", what, err)
			}
			checkWords(t, what, r)
		}
	}
}

// checkWords checks the codes and texts of a record: known words, nothing masked, no note without a reader.
func checkWords(t *testing.T, what string, r Record) {
	t.Helper()
	c := r.Contact
	lists := map[string][]crm.Term{string(c.Channel): crm.Channels, string(c.Status): crm.Statuses}
	if c.Outcome != "" {
		lists[string(c.Outcome)] = crm.Outcomes
	}
	if c.Trade != "" {
		lists[c.Trade] = crm.Trades
	}
	if c.OverlapWhy != "" {
		lists[c.OverlapWhy] = crm.OverlapReasons
	}
	for code, list := range lists {
		if _, ok := crm.Find(list, code); !ok {
			t.Errorf("%s: unknown code %q", what, code)
		}
	}
	if len(c.Purposes) == 0 || !slices.ContainsFunc(People(), func(p crm.Person) bool { return p.User == r.By }) {
		t.Errorf("%s has no purpose or an unknown writer", what)
	}
	for _, code := range r.With {
		if !slices.ContainsFunc(People(), func(p crm.Person) bool { return p.Org.Code == code && p.User != r.By }) {
			t.Errorf("%s: nobody works at %s", what, code)
		}
	}
	said := []string{c.Note, c.ContactName, c.ContactMail, c.ContactTel}
	for _, f := range r.FollowUps {
		said = append(said, f.Text)
		if f.Text == "" || !when.IsWorkday(f.Due) || !f.Due.After(when.DateOf(r.At)) {
			t.Errorf("%s: follow-up %q is due on %s", what, f.Text, f.Due)
		}
	}
	for _, s := range said {
		if masked, n := privacy.Mask(s); n != 0 || masked != s {
			t.Errorf("%s: %q is masked", what, s)
		}
	}
	if c.ContactMail != "" && !strings.HasSuffix(c.ContactMail, "@example.dk") {
		t.Errorf("%s: %s may be somebody's", what, c.ContactMail)
	}
}
