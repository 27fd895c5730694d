package storetest

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"samspil/internal/crm"
	"samspil/internal/when"
	"samspil/store"
)

// BenchEnv names the number of contacts that benchmarks build, e.g. 5000000; without it, they are skipped. The
// database goes into a temporary folder and takes about 400 bytes a contact.
const BenchEnv = "SAMSPIL_BENCH_CONTACTS"

// Big is a SQLite store with many contacts, half of them with a few well-known companies.
type Big struct {
	Store     *store.Store
	Sample    Sample
	Companies int
	orgs      []crm.Org
	rnd       *rand.Rand
	zipf      *rand.Zipf
}

// Pick is a company's number, from 1 to Companies: half the time one of the well-known, of which 1 is the busiest,
// half the time any.
func (big *Big) Pick() int {
	if big.rnd.IntN(2) == 0 {
		return 1 + int(big.zipf.Uint64())
	}
	return 1 + big.rnd.IntN(big.Companies)
}

// CVR is the number of the company with that number. It need not pass the check digit.
func (*Big) CVR(n int) string { return fmt.Sprintf("%08d", 10_000_000+n) }

// CompanyID is the row of the company with that number.
func (*Big) CompanyID(n int) int64 { return int64(1000 + n) }

// Measure times every call and reports the median and the 99th percentile in milliseconds: what a person waits for.
func Measure(b *testing.B, call func() error) {
	b.Helper()
	var took []time.Duration
	for b.Loop() {
		begin := time.Now()
		if err := call(); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(begin))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
}

// OpenBig makes the SQLite database. It skips the benchmark when BenchEnv names no number.
func OpenBig(b *testing.B) *Big {
	b.Helper()
	return openBig(b, EmptySQLite)
}

// EachBig runs the benchmark on a big database of each kind; of PostgreSQL where PostgresEnv names a server.
func EachBig(b *testing.B, measure func(*testing.B, *Big)) {
	b.Run("sqlite", func(b *testing.B) { measure(b, openBig(b, EmptySQLite)) })
	b.Run("postgres", func(b *testing.B) { measure(b, openBig(b, EmptyPostgres)) })
}

func openBig(b *testing.B, empty func(testing.TB) string) *Big {
	b.Helper()
	count, err := strconv.Atoi(os.Getenv(BenchEnv))
	if err != nil || count < 1000 {
		b.Skip(BenchEnv + " names no number of contacts: nothing is measured")
	}
	begin := time.Now()
	url := empty(b)
	s := open(b, url)
	rnd := rand.New(rand.NewPCG(1, 2))
	big := &Big{Store: s, Sample: Fill(b, s), Companies: max(1000, count*22/50), rnd: rnd}
	big.zipf = rand.NewZipf(rnd, 1.07, 10, uint64(big.Companies-1))
	big.addOrgs(b)
	if strings.HasPrefix(url, "file:") {
		fillSQLite(b, url, func(add adder) { big.fill(add, count) })
	} else {
		fillPostgres(b, url, func(add adder) { big.fill(add, count) })
	}
	b.Logf("%d contacts, %d companies, built in %s", count, big.Companies, time.Since(begin).Round(time.Second))
	return big
}

func (big *Big) fill(add adder, count int) {
	big.addCompanies(add)
	big.addContacts(add, count)
}

// manyMunicipalities is how many there are in Denmark; the codes here are made up.
const manyMunicipalities = 98

func municipalityCode(n int) string { return strconv.Itoa(101 + n%manyMunicipalities) }

// Municipalities are the codes of so many of them; the companies are spread evenly over all.
func (big *Big) Municipalities(count int) (codes []string) {
	for n := range count {
		codes = append(codes, municipalityCode(n))
	}
	return codes
}

// manyOrgs is how many bodies write contacts beside those of the sample.
const manyOrgs = 150

func (big *Big) addOrgs(b *testing.B) {
	for n := range manyOrgs {
		name := fmt.Sprintf("Aktør nr. %d", n)
		big.orgs = append(big.orgs, crm.Org{Code: fmt.Sprintf("BIG-%d", n), NameDA: name, NameEN: name, Type: "job_centre", Public: true})
	}
	if err := big.Store.SaveOrgs(b.Context(), big.orgs); err != nil {
		b.Fatal(err)
	}
	for i, o := range big.orgs {
		var err error
		if big.orgs[i], err = big.Store.OrgByCode(b.Context(), o.Code); err != nil {
			b.Fatal(err)
		}
	}
}

// addCompanies adds them with ids from 1001 on.
func (big *Big) addCompanies(add adder) {
	for n := 1; n <= big.Companies; n++ {
		name := fmt.Sprintf("Firma nr. %d i Maribo ApS", n)
		add(company, big.CompanyID(n), big.CVR(n), name, fmt.Sprintf("firma %d maribo", n), "ApS", municipalityCode(n), "Maribo", "432100", 12, "active", "", 0, 0)
	}
}

func (big *Big) addContacts(add adder, count int) {
	people := []crm.Person{big.Sample.Anna, big.Sample.Bo, big.Sample.Carla}
	for _, o := range big.orgs { // as many bodies as a whole country has, each with a share
		people = append(people, crm.Person{ID: big.Sample.Bo.ID, Org: o}, crm.Person{ID: big.Sample.Bo.ID, Org: o})
	}
	const days = 3900
	first := when.MustISO("2016-01-01")
	for id := 1; id <= count; id++ {
		at, p := big.CompanyID(big.Pick()), people[big.rnd.IntN(len(people))]
		day := first.AddDays(big.rnd.IntN(days))
		add(contact, id, at, "Firma i Maribo ApS", p.Org.ID, "Jobcenter Lolland", "Job Centre Lolland", p.ID, "done", "visit", day.String(), 570, 660,
			90, "upskilling", "info_only", "Talte med ledelsen om behovet for folk til foråret. Vender tilbage.", 0, "default", "", "", "", "", 0, "", "command", id, id, 1)
		for i := range 1 + big.rnd.IntN(2) {
			add(contactPurpose, id, i, [...]string{"upskilling", "recruitment"}[i])
		}
		if id%10 == 0 {
			add(contactParticipant, id, 0, big.Sample.Hub.ID, "")
		}
		if id%20 == 0 {
			// Only the newest are still open: people keep, or give up, what they promised.
			var closed any
			state := crm.FollowUpOpen
			if day.Before(first.AddDays(days - 90)) {
				state, closed = crm.FollowUpDone, 0
			}
			add(followUp, id, at, p.Org.ID, p.ID, day.AddDays(30).String(), "", "Ring igen", string(state), 0, closed)
		}
	}
}
