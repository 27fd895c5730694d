package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"samspil/bot/slackfake"
	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/store"
	"samspil/store/storetest"
)

// patient is a doctor at a fake Slack where all is well, with a database to match.
type patient struct {
	*testing.T
	srv *slackfake.Server
	doctor
	url string
}

func newPatient(t *testing.T, lang text.Lang, scopes ...string) *patient {
	if len(scopes) == 0 {
		scopes = botScopes
	}
	srv := slackfake.New(t)
	srv.Workspace("T1", "Middelby")
	srv.App(slackfake.App{Socket: true})
	_, db := storetest.SQLite(t)
	c := config{BotToken: srv.Install("T1", scopes...).BotToken, AppToken: srv.AppToken(), APIURL: srv.URL(), Listen: "127.0.0.1:8080"}
	return &patient{t, srv, doctor{config: c, lang: lang, now: time.Now, patience: 5 * time.Second}, db}
}

// through sends what goes to Slack through a handler of the test's.
func (p *patient) through(h http.Handler) {
	server := httptest.NewServer(h)
	p.Cleanup(server.Close)
	p.config.APIURL = server.URL + "/api/"
}

// says examines, and gives the lines.
func (p *patient) says(retry bool) string {
	p.Helper()
	p.findings = nil
	p.examine(p.Context(), p.url, retry)
	var out bytes.Buffer
	if err := p.print(&out, false); err != nil {
		p.Fatal(err)
	}
	for _, secret := range []string{p.config.BotToken, p.config.AppToken, p.config.SigningSecret, "s3cret", "/hooks/", "link/?ticket"} {
		if secret != "" && strings.Contains(out.String(), secret) {
			p.Errorf("a secret is in:\n%s", out.String())
		}
	}
	return out.String()
}

func (p *patient) expect(said string, s state, parts ...string) {
	p.Helper()
	for _, part := range parts {
		if !strings.Contains(said, part) {
			p.Errorf("%q is not in:\n%s", part, said)
		}
	}
	if p.worst() != s {
		p.Errorf("%s, want %s:\n%s", p.worst(), s, said)
	}
}

func TestDoctorFindsAllWell(t *testing.T) {
	p := newPatient(t, text.English)
	p.expect(p.says(false), stateOK, "✓ ok    token     The bot belongs to the workspace Middelby (T1).", "✓ ok    scopes    All scopes are granted: commands, ",
		"✓ ok    socket    Slack opens connections", "✓ ok    clock     The clock agrees", "✓ ok    database  ", "✓ ok    jobs      0 messages wait")
	p = newPatient(t, text.Danish)
	p.expect(p.says(false), stateOK, "✓ OK    token     Botten hører til arbejdsområdet Middelby (T1).", "✓ OK    clock     Uret passer", "✓ OK    jobs      0 beskeder venter")
}

func TestDoctorFindsWhatIsWrong(t *testing.T) {
	for name, c := range map[string]struct {
		harm   func(p *patient)
		state  state
		da, en string
	}{
		"no settings":    {func(p *patient) { p.config.BotToken, p.config.AppToken = "", "" }, stateWarn, "! obs!  settings  Slack er ikke sat op", "samspil console works without"},
		"no token":       {func(p *patient) { p.config.BotToken = "" }, stateFail, "✗ fejl  settings  SLACK_BOT_TOKEN mangler", "✗ fail  settings  SLACK_BOT_TOKEN is missing"},
		"no way in":      {func(p *patient) { p.config.AppToken = "" }, stateFail, "kan ikke nå programmet", "Slack cannot reach the program"},
		"swapped":        {func(p *patient) { p.config.BotToken, p.config.AppToken = p.config.AppToken, p.config.BotToken }, stateFail, "begynder ikke med xoxb-", "does not begin with xoxb-"},
		"no app token":   {func(p *patient) { p.config.AppToken = "xoxp-1" }, stateFail, "begynder ikke med xapp-", "does not begin with xapp-"},
		"odd secret":     {func(p *patient) { p.config.SigningSecret = "s3cret" }, stateWarn, "ligner ikke en Signing Secret", "does not look like a Signing Secret"},
		"bad token":      {func(p *patient) { p.config.BotToken = "xoxb-nobody" }, stateFail, "token     Slack siger nej: invalid_auth. Geninstallér", "token     Slack says no: invalid_auth. Reinstall"},
		"bad app token":  {func(p *patient) { p.config.AppToken = "xapp-nobody" }, stateFail, "socket    Slack siger nej: invalid_auth", "socket    Slack says no: invalid_auth"},
		"no server":      {func(p *patient) { p.srv.Close() }, stateFail, "Slack kan ikke nås", "Slack cannot be reached"},
		"500":            {func(p *patient) { p.srv.Fail("auth.test", 1, slackfake.ServerError) }, stateFail, "svarer med status 500", "answers with status 500"},
		"429":            {func(p *patient) { p.srv.Fail("auth.test", 1, slackfake.RateLimited(30)) }, stateWarn, "vente 30 sekunder", "wait 30 seconds"},
		"no connection":  {func(p *patient) { p.srv.Fail("auth.test", 5, slackfake.NoConnection) }, stateFail, "Slack kan ikke nås", "Slack cannot be reached"},
		"half an answer": {func(p *patient) { p.srv.Fail("auth.test", 1, slackfake.Truncated) }, stateFail, "token     ", "token     "},
		"a hostile error": {func(p *patient) { p.srv.Fail("auth.test", 1, slackfake.Says("s3cret\nALL IS WELL")) }, stateFail,
			"siger nej: ?.", "says no: ?."},
		"slow": {func(p *patient) {
			p.patience = 20 * time.Millisecond
			p.srv.Fail("auth.test", 1, slackfake.Slow(300*time.Millisecond))
			p.config.AppToken, p.config.SigningSecret = "", "0123456789abcdef0123456789abcdef"
			p.url = "file:" + p.TempDir() + "/none.db"
		}, stateFail, "svarer ikke i tide", "does not answer in time"},
		"a login page": {func(p *patient) {
			p.through(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "<html>Log in</html>") }))
		}, stateFail, "Svaret er ikke Slacks", "The answer is not Slack's"},
		"an address without TLS": {func(p *patient) { p.config.APIURL = "http://slack.com/api/" }, stateFail, "SLACK_API_URL skal begynde", "SLACK_API_URL must begin"},
		"no database":            {func(p *patient) { p.url = "file:" + p.TempDir() + "/none.db" }, stateFail, "✗ fejl  database  none.db har skema 0", "run samspil migrate"},
		"no such server": {func(p *patient) { p.url = "postgres://u:s3cret@127.0.0.1:9/x?sslmode=disable" }, stateFail,
			"database  Databasen svarer ikke", "database  The database does not answer"},
		"read only": {func(p *patient) { p.url += "?mode=ro" }, stateFail, "Databasen kan kun læses", "can only be read"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, lang := range []text.Lang{text.Danish, text.English} {
				p := newPatient(t, lang)
				c.harm(p)
				want := c.en
				if lang == text.Danish {
					want = c.da
				}
				p.expect(p.says(false), c.state, want)
			}
		})
	}
}

func TestDoctorNamesMissingScopes(t *testing.T) {
	p := newPatient(t, text.English, "commands", "app_mentions:read")
	p.expect(p.says(false), stateFail, "✗ fail  scopes    Scopes are missing: chat:write, im:history", "samspil manifest")
}

func TestDoctorComparesTheClock(t *testing.T) {
	for _, c := range []struct {
		off   time.Duration // of Slack's clock
		state state
		da    string
	}{
		{-50 * time.Second, stateOK, "Uret passer med Slacks."},
		{-90 * time.Second, stateWarn, "sekunder foran Slacks. Slå tidssynkronisering"},
		{90 * time.Second, stateWarn, "sekunder bagefter Slacks."},
		{-301 * time.Second, stateFail, "Alt fra Slack over HTTP afvises."},
		{time.Hour, stateFail, "sekunder bagefter Slacks. Alt fra Slack"},
	} {
		p := newPatient(t, text.Danish)
		slacks, err := url.Parse(p.srv.URL())
		if err != nil {
			t.Fatal(err)
		}
		proxy := httputil.NewSingleHostReverseProxy(&url.URL{Scheme: "http", Host: slacks.Host})
		proxy.ModifyResponse = func(r *http.Response) error {
			r.Header.Set("Date", time.Now().Add(c.off).UTC().Format(http.TimeFormat))
			return nil
		}
		p.through(proxy)
		p.expect(p.says(false), c.state, c.da)
		p.config.BotToken = "xoxb-nobody" // an answer that says no tells the time too
		if said := p.says(false); !strings.Contains(said, c.da) {
			t.Errorf("%s:\n%s", c.off, said)
		}
	}
}

func TestDoctorFindsAndRetriesParkedJobs(t *testing.T) {
	p := newPatient(t, text.English)
	st, err := store.Open(t.Context(), p.url)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	gone := errors.New("no such place https://hooks.slack.com/hooks/s3cret\nok")
	stop := storetest.RunJobs(t, st, store.JobOptions{Log: slog.New(slog.DiscardHandler),
		Handlers: map[string]store.JobHandler{"note": func(context.Context, crm.Job) error { return crm.Park(gone) }}})
	if err := st.Enqueue(t.Context(), crm.Job{Kind: "note"}, crm.Job{Kind: "note"}); err != nil {
		t.Fatal(err)
	}
	parked := func() bool { n, err := st.JobCounts(t.Context()); return err == nil && n.Parked == 2 }
	storetest.Until(t, "both are parked", parked)
	stop()
	p.expect(p.says(false), stateWarn, "! warn  jobs      2 messages were given up; the latest: note, ", ": no such place … ok. Mend the cause and run samspil doctor --retry-parked.")
	p.expect(p.says(true), stateOK, "✓ ok    jobs      2 messages that were given up are tried again.")
	p.expect(p.says(false), stateOK, "2 messages wait, and none was given up.")
	p.now = func() time.Time { return time.Now().Add(time.Hour) }
	if said := p.says(false); !strings.Contains(said, "! warn  jobs      2 messages wait, and the oldest should have been sent 60 minutes ago.") && !strings.Contains(said, "59 minutes") {
		t.Error(said)
	}
}

func TestDoctorFindsAnOldDatabase(t *testing.T) {
	p := newPatient(t, text.English)
	if err := storetest.Exec(t, p.url, `DELETE FROM goose_db_version WHERE version_id > 1`); err != nil {
		t.Fatal(err)
	}
	p.expect(p.says(false), stateFail, "has schema 1 and this program uses", "run samspil migrate")
	if err := storetest.Exec(t, p.url, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)`); err != nil {
		t.Fatal(err)
	}
	p.expect(p.says(false), stateFail, "made by a newer Samspil (schema 9999")
}

func TestDoctorSeesAFullDisk(t *testing.T) {
	d := doctor{lang: text.Danish}
	for free, want := range map[uint64]state{10 << 20: stateFail, 100 << 20: stateWarn, 10 << 30: stateOK} {
		d.findings = nil
		d.room(free)
		if d.worst() != want {
			t.Errorf("%d bytes: %s", free, d.worst())
		}
	}
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "x"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if free, ok := freeBytes(folder); ok && free == 0 {
		t.Error("no room here")
	}
}

func TestDoctorPrintsJSON(t *testing.T) {
	d := doctor{lang: text.English}
	d.add("token", stateFail, "It <is> wrong.", "Mend it.")
	d.fine("clock", "Right.")
	var out bytes.Buffer
	if err := d.print(&out, true); err != nil {
		t.Fatal(err)
	}
	var got struct {
		State    state
		Findings []finding
	}
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.State != stateFail || len(got.Findings) != 2 || got.Findings[0].Mend != "Mend it." || !strings.Contains(out.String(), "It <is> wrong.") {
		t.Error(out.String())
	}
}
