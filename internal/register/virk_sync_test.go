package register_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"samspil/internal/crm"
	"samspil/internal/register"
	"samspil/internal/register/virkstub"
	"samspil/internal/when"
	"samspil/store"
	"samspil/store/storetest"
)

var sinceNovember = register.SyncOptions{Since: when.MustISO("2026-11-01")}

func (c *virkClient) sync(t *testing.T, st *store.Store, o register.SyncOptions) register.ImportProgress {
	t.Helper()
	p, err := c.Sync(t.Context(), st, o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// lines are n companies that changed one after the other.
func lines(n int) []byte {
	var b strings.Builder
	for i, cvr := 0, 70_000_000; i < n; cvr++ {
		if s := fmt.Sprint(cvr); register.CheckDigit(s) {
			at := time.Date(2026, 11, 2, 0, 0, i, 0, time.UTC).Format(time.RFC3339)
			name, _ := json.Marshal(fmt.Sprint("Firma ", i))
			fmt.Fprintf(&b, `{"Vrvirksomhed":{"cvrNummer":%d,"virksomhedMetadata":{"nyesteNavn":{"navn":%s},"sammensatStatus":"NORMAL"},"sidstOpdateret":"%s"}}`+"\n", cvr, name, at)
			i++
		}
	}
	return []byte(b.String())
}

func TestSync(t *testing.T) {
	for name, ways := range map[string][]func(*virkstub.Stub){
		"as it is": nil, "scroll in the address": {(*virkstub.Stub).ScrollInURL}, "total as an object": {(*virkstub.Stub).TotalAsObject, (*virkstub.Stub).ScrollInURL},
	} {
		t.Run(name, func(t *testing.T) {
			c := newVirk(t)
			c.stub.Add(lines(2500))
			for _, way := range ways {
				way(c.stub)
			}
			st, _ := storetest.SQLite(t)
			p := c.sync(t, st, sinceNovember)
			// Three of the stub's own companies changed in November, and a site whose company is not here.
			if p.Counts != (crm.ImportCounts{Added: 2503}) || p.Read != 2504 {
				t.Errorf("%+v", p)
			}
			if p := c.sync(t, st, sinceNovember); p.Counts != (crm.ImportCounts{Unchanged: 2503}) {
				t.Errorf("%+v", p)
			}
			c.forward(time.Hour)
			begun := len(c.stub.Asked())
			if p := c.sync(t, st, register.SyncOptions{}); p.Read != 0 {
				t.Errorf("%+v", p)
			}
			if first := c.stub.Asked()[begun]; !strings.Contains(first, `"gte":"2026-11-22"`) { // the day before the last one
				t.Error(first)
			}
		})
	}
}

func TestSyncWithoutARegister(t *testing.T) {
	c := newVirk(t)
	st, _ := storetest.SQLite(t)
	if _, err := c.Sync(t.Context(), st, register.SyncOptions{}); !crm.IsKind(err, crm.Invalid) || len(c.stub.Asked()) > 0 {
		t.Error(err)
	}
}

// Whatever happens on the way, everything comes.
func TestSyncThroughFaults(t *testing.T) {
	c := newVirk(t)
	c.stub.Add(lines(3500))
	pass := func(w http.ResponseWriter, r *http.Request) { c.stub.Pass(w, r) }
	c.stub.Fail(virkstub.TooMany(7), virkstub.HTML(http.StatusBadGateway), pass, virkstub.CutOff, virkstub.Slow, pass, virkstub.Body("<html>"), virkstub.Body("<html>"))
	st, _ := storetest.SQLite(t)
	p := c.sync(t, st, sinceNovember)
	if p.Counts.Added != 3503 {
		t.Errorf("%+v", p)
	}
	if len(c.slow) == 0 || c.slow[0] != 7*time.Second {
		t.Errorf("waited %v", c.slow)
	}
}

func TestSyncGivesUp(t *testing.T) {
	c := newVirk(t)
	st, _ := storetest.SQLite(t)
	c.stub.Fail(virkstub.HTML(http.StatusUnauthorized))
	if _, err := c.Sync(t.Context(), st, sinceNovember); !crm.IsKind(err, crm.Unavailable) || !strings.Contains(err.Error(), "SAMSPIL_VIRK_PASSWORD") || len(c.stub.Asked()) != 1 {
		t.Errorf("%v after %d requests", err, len(c.stub.Asked()))
	}
	for range 10 {
		c.stub.Fail(virkstub.HTML(http.StatusServiceUnavailable))
	}
	if _, err := c.Sync(t.Context(), st, sinceNovember); !crm.IsKind(err, crm.Unavailable) || len(c.stub.Asked()) != 6 {
		t.Errorf("%v after %d requests", err, len(c.stub.Asked()))
	}
	// It let the register go, and did not pass for finished.
	state, err := st.RegisterState(t.Context())
	if err != nil || state.Import.ID != 0 {
		t.Errorf("%+v, %v", state, err)
	}
}
