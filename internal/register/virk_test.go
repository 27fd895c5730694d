package register_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"samspil/internal/crm"
	"samspil/internal/register"
	"samspil/internal/register/virkstub"
	"samspil/internal/when"
	"samspil/store/storetest"
)

// virkClient is a client of a stub, with a clock that stands still until it is moved.
type virkClient struct {
	*register.Virk
	stub *virkstub.Stub
	mu   sync.Mutex
	now  time.Time
	logs bytes.Buffer
	slow []time.Duration // how long the client wanted to wait
}

func (c *virkClient) forward(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

func newVirk(t *testing.T) *virkClient {
	t.Helper()
	c := &virkClient{stub: virkstub.Start(t), now: storetest.Noon}
	var err error
	c.Virk, err = register.NewVirk(register.VirkOptions{URL: c.stub.URL, User: virkstub.User, Password: virkstub.Password,
		Log: slog.New(slog.NewTextHandler(&c.logs, nil)), LookUpWithin: time.Second, PageWithin: time.Second,
		Now: func() time.Time {
			c.mu.Lock()
			defer c.mu.Unlock()
			return c.now
		},
		Wait: func(_ context.Context, d time.Duration) error {
			c.slow = append(c.slow, d)
			c.forward(d)
			return nil
		}})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestNewVirkRefuses(t *testing.T) {
	for _, o := range []register.VirkOptions{
		{URL: "http://distribution.virk.dk", User: "a", Password: "b"}, {URL: "ftp://localhost", User: "a", Password: "b"}, {URL: "", User: "a", Password: "b"},
		{URL: "https://user:secret@distribution.virk.dk", User: "a", Password: "b"}, {URL: "https://distribution.virk.dk", User: "a"}, {URL: "https://distribution.virk.dk", Password: "b"},
	} {
		if _, err := register.NewVirk(o); !crm.IsKind(err, crm.Invalid) || strings.Contains(err.Error(), "secret") {
			t.Errorf("%+v: %v", o, err)
		}
	}
	if _, err := register.NewVirk(register.VirkOptions{URL: "https://distribution.virk.dk/", User: "a", Password: "b"}); err != nil {
		t.Error(err)
	}
}

// short is a company in a line.
func short(co crm.Company) string {
	also := ""
	for _, n := range co.Also {
		also += " " + string(n.Kind) + ":" + n.Name
	}
	protected := ""
	if co.AdProtected {
		protected = " protected"
	}
	return strings.TrimSpace(strings.Join([]string{co.CVR, co.Name, co.Form, co.Municipality + "/" + co.Place, co.Industry, string(co.Status), co.EndedOn.String()}, "|") + protected + also)
}

func TestVirkReadsEverySort(t *testing.T) {
	c := newVirk(t)
	for cvr, want := range map[string]string{
		"99000007": "99000007|Lolland Betonelementer A/S|A/S|360/Rødby|236100|active| protected",
		"99002913": "99002913|Ærø Kårevogne & Søn A/S|A/S|492/Ærøskøbing|236100|active|",
		"99004851": "99004851|Nanna Dupont v/Nanna Dupont|ENK|360/Rødby|236100|active| protected",
		"99005823": "99005823|Rødby Mørtel ApS|ApS|360/Rødby|236100|ended|2025-06-30",
		"99007761": "99007761|Sydhavs Stilladser ApS|ApS|360/Rødby|236100|bankruptcy|",
		"99008733": "99008733|Maribo Tømmer A/S|A/S|360/Rødby|236100|ended|2024-12-31",
		"99009705": "99009705|Nakskov Roklub|FOR|360/Rødby|949900|active|",
		"99010673": "99010673|Nuuk Fisk A/S|A/S|/|236100|active|",
		"99011645": "99011645|Uden Adresse K/S|K/S|/|236100|active|",
		"99013583": "99013583|Nyt Navn A/S|A/S|360/Rødby|236100|active| former:Gammelt Navn A/S secondary:Navnebutikken A/S former:Glemt Binavn A/S",
		"99014555": "99014555|Vester Landbrug I/S|I/S|360/Torrig L|011110|active|",
		"99015527": "99015527|Ophørt Uden Status FMBA|F.m.b.a.|360/Rødby|236100|ended|2023-03-01",
		"99016493": "99016493|Rekon A/S|A/S|360/Rødby|236100|restructured|",
		"99017465": "99017465|Bygma [CPR] ApS|ApS|360/Rødby|236100|active|",
	} {
		co, err := c.Company(t.Context(), cvr)
		if err != nil {
			t.Errorf("%s: %v", cvr, err)
		}
		if got := short(co); got != strings.TrimSpace(want) {
			t.Errorf("\n%s, want\n%s", got, want)
		}
	}
	for cvr, want := range map[string]int{"99000007": 45, "99001941": 1000, "99012617": 1000, "99009705": -1} {
		if co, err := c.Company(t.Context(), cvr); err != nil || co.Employees != want {
			t.Errorf("%s has %d employees, want %d (%v)", cvr, co.Employees, want, err)
		}
	}
	many, err := c.Company(t.Context(), "99012617")
	one, err2 := c.Company(t.Context(), "99000007")
	if err != nil || err2 != nil || len(many.Sites) != 40 || len(one.Sites) != 1 {
		t.Errorf("%d and %d sites", len(many.Sites), len(one.Sites))
	}
}

func TestVirkRemembers(t *testing.T) {
	c := newVirk(t)
	ask := func(cvr string, requests int, kind crm.Kind) {
		t.Helper()
		_, err := c.Company(t.Context(), cvr)
		if kind == 0 && err != nil || kind != 0 && !crm.IsKind(err, kind) {
			t.Errorf("%s: %v", cvr, err)
		}
		if n := len(c.stub.Asked()); n != requests {
			t.Errorf("%d requests, want %d", n, requests)
		}
	}
	ask("99000007", 1, 0)
	ask("99000007", 1, 0)
	ask("99999993", 2, crm.NotFound)
	ask("99999993", 2, crm.NotFound)
	c.forward(11 * time.Minute)
	ask("99999993", 3, crm.NotFound)
	ask("99000007", 3, 0)
	c.forward(24 * time.Hour)
	ask("99000007", 4, 0)
}

// Those who ask for one number together ask once, and one who gives up leaves the answer to the others.
func TestVirkAsksOnce(t *testing.T) {
	c := newVirk(t)
	arrived, let := make(chan struct{}), make(chan struct{})
	c.stub.Fail(func(w http.ResponseWriter, r *http.Request) {
		close(arrived)
		<-let
		c.stub.Pass(w, r)
	})
	impatient, cancel := context.WithCancel(t.Context())
	gaveUp := make(chan error)
	go func() {
		_, err := c.Company(impatient, "99000007")
		gaveUp <- err
	}()
	<-arrived
	cancel()
	if err := <-gaveUp; !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if _, err := c.Company(t.Context(), "99000007"); err != nil {
				t.Error(err)
			}
		})
	}
	close(let)
	group.Wait()
	if n := len(c.stub.Asked()); n != 1 {
		t.Errorf("%d requests", n)
	}
}

func TestVirkDown(t *testing.T) {
	elsewhere := newVirk(t).stub
	for name, fault := range map[string]virkstub.Fault{
		"wrong password": virkstub.HTML(http.StatusUnauthorized), "html 502": virkstub.HTML(http.StatusBadGateway), "429": virkstub.TooMany(5),
		"html 200": virkstub.Body("<html>"), "empty": virkstub.Body(""), "half": virkstub.Body(`{"hits":{"total":1,"hits":[{"_so`), "cut off": virkstub.CutOff,
		"no hits": virkstub.Body(`{}`), "timed out": virkstub.Body(`{"timed_out":true,"hits":{"total":0,"hits":[]}}`),
		"shards": virkstub.Body(`{"_shards":{"failed":1},"hits":{"total":0,"hits":[]}}`), "slow": virkstub.Slow, "redirect": virkstub.Redirect(elsewhere.URL),
	} {
		t.Run(name, func(t *testing.T) {
			c := newVirk(t)
			c.stub.Fail(fault, fault)
			down := func(requests int) {
				t.Helper()
				_, err := c.Company(t.Context(), "99000007")
				since, ok := register.DownSince(err)
				if !crm.IsKind(err, crm.Unavailable) || !ok || !since.Equal(storetest.Noon) || !strings.Contains(err.Error(), "since 12:00") {
					t.Errorf("%v, since %v", err, since)
				}
				if n := len(c.stub.Asked()); n != requests {
					t.Errorf("%d requests, want %d", n, requests)
				}
				for _, secret := range []string{virkstub.Password, "Basic"} {
					if strings.Contains(err.Error()+c.logs.String(), secret) {
						t.Error("the password is in the error or the log")
					}
				}
			}
			down(1)
			down(1) // it is left alone
			c.forward(31 * time.Second)
			down(2)
			c.forward(31 * time.Second)
			if _, err := c.Company(t.Context(), "99000007"); err != nil {
				t.Error(err)
			}
			if n := strings.Count(c.logs.String(), "level=WARN"); n != 1 {
				t.Errorf("%d warnings for one time of being down", n)
			}
		})
	}
	if asked := elsewhere.Asked(); len(asked) > 0 {
		t.Errorf("a redirect was followed: %q", asked)
	}
}

func TestWithVirk(t *testing.T) {
	c := newVirk(t)
	st, _ := storetest.SQLite(t)
	w := storetest.Fill(t, st)
	src := register.WithVirk(st, c.Virk, st)
	known, err := src.CompanyByCVR(t.Context(), w.Crane.CVR)
	if err != nil || known.ID != w.Crane.ID || len(c.stub.Asked()) != 0 {
		t.Errorf("%+v, %v", known, err)
	}
	co, err := src.CompanyByCVR(t.Context(), "99013583")
	if err != nil || co.ID == 0 || len(co.Also) != 3 {
		t.Errorf("%+v, %v", co, err)
	}
	if stored, err := st.CompanyByCVR(t.Context(), "99013583"); err != nil || stored.ID != co.ID {
		t.Errorf("%+v, %v", stored, err)
	}
	co, err = src.CompanyByPNumber(t.Context(), "1014000002")
	if err != nil || co.CVR != "99012617" || len(co.Sites) != 40 || co.Sites[1].Name != "Butik nr. 2" || co.Sites[1].Place != "Maribo" {
		t.Errorf("%+v, %v", co, err)
	}
	requests := len(c.stub.Asked())
	for _, number := range []string{"99000008", "00000000", "x"} { // no such numbers are asked for
		if _, err := src.CompanyByCVR(t.Context(), number); !crm.IsKind(err, crm.NotFound) {
			t.Error(err)
		}
	}
	if n := len(c.stub.Asked()); n != requests {
		t.Errorf("%d requests for numbers that cannot be", n-requests)
	}
	for _, number := range []string{"1014999999", "1014000099"} { // a site without an owner, and none
		if _, err := src.CompanyByPNumber(t.Context(), number); !crm.IsKind(err, crm.NotFound) {
			t.Error(err)
		}
	}
	c.stub.Fail(virkstub.Slow)
	_, err = src.CompanyByCVR(t.Context(), "99018437")
	if since, down := register.DownSince(err); !crm.IsKind(err, crm.NotFound) || !down || since.IsZero() {
		t.Errorf("%v", err)
	}
	var shown *crm.Error
	if errors.As(err, &shown); shown.In("da") != "Jeg kender ingen virksomhed med nummeret 99018437, og CVR-registret har ikke svaret siden kl. 12:00." {
		t.Error(shown.In("da"))
	}
}

func TestImportVirkFile(t *testing.T) {
	im := newImporter(t)
	im.same(im.counts(zipped(string(virkstub.Register)+"\n{\"x\":1}\nhej\n")), "16 0 0 0 3")
	im.same(len(im.why), 3)
	im.same(im.company("99000007").Sites[0].Name, "Lolland Betonelementer, Maribo")
	im.same(im.counts(string(virkstub.Register)), "0 0 16 0 1")
	im.same(im.company("99008733").EndedOn, when.MustISO("2024-12-31"))
	// A CSV file knows less: what Virk said stays.
	im.same(im.counts(header+"99008733;Maribo Tømmer A/S;A/S;360;236100;;OPLØST EFTER FUSION;0\n99013583;Nyere Navn A/S;A/S;360;236100;;NORMAL;0\n"), "0 1 1 0 0")
	im.same(im.company("99008733").EndedOn, when.MustISO("2024-12-31"))
	im.same(short(im.company("99013583")), "99013583|Nyere Navn A/S|A/S|360/Rødby|236100|active| former:Gammelt Navn A/S former:Glemt Binavn A/S secondary:Navnebutikken A/S former:Nyt Navn A/S")
}
