package register

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"time"

	"samspil/internal/crm"
)

// VirkOptions says how the register's distributor is reached. See docs/operate.md on how to get access.
type VirkOptions struct {
	URL            string // "https://distribution.virk.dk"
	User, Password string
	Now            func() time.Time
	Log            *slog.Logger // nil for none
	// LookUpWithin is how long a look-up may take; 0 for a second and a half, after which Slack still has its answer in time.
	LookUpWithin time.Duration
	// PageWithin is how long one page of a synchronisation may take; 0 for a minute.
	PageWithin time.Duration
	// Wait waits before another try of a synchronisation; nil for a timer.
	Wait func(ctx context.Context, d time.Duration) error
}

// Virk is a client of distribution.virk.dk, where the Danish Business Authority hands out the company register. It is safe
// for concurrent use.
type Virk struct {
	o       VirkOptions
	base    string
	http    *http.Client
	breaker breaker
	known   lookups
}

const (
	lookUpWithin = 1500 * time.Millisecond
	pageWithin   = time.Minute
)

// NewVirk makes a client; nothing is asked yet. It is Invalid when the address is not https (but for this machine itself),
// holds a password, or the user or password is missing.
func NewVirk(o VirkOptions) (*Virk, error) {
	u, err := url.Parse(o.URL)
	switch {
	case err != nil || u.Host == "" || u.User != nil || u.Scheme != "https" && (u.Scheme != "http" || !loopbackHost(u.Hostname())):
		return nil, crm.Errorf(crm.Invalid, errVirkURL)
	case o.User == "" || o.Password == "":
		return nil, crm.Errorf(crm.Invalid, errVirkLogin)
	}
	if o.LookUpWithin == 0 {
		o.LookUpWithin = lookUpWithin
	}
	if o.PageWithin == 0 {
		o.PageWithin = pageWithin
	}
	if o.Wait == nil {
		o.Wait = wait
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	v := &Virk{o: o, base: strings.TrimRight(u.Scheme+"://"+u.Host+u.Path, "/")}
	// A redirect would carry the question, and perhaps the password, elsewhere.
	v.http = &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	return v, nil
}

func loopbackHost(host string) bool {
	return host == "localhost" || host == "127.0.0.1" || host == "::1"
}

func wait(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

// VirkDown is the cause of an error when the distributor does not answer.
type VirkDown struct {
	Since time.Time // when it first did not
	Cause error     // for the log
}

// Error is for the log.
func (e *VirkDown) Error() string {
	return "virk does not answer since " + e.Since.UTC().Format(time.RFC3339) + ": " + e.Cause.Error()
}

// Unwrap gives the cause.
func (e *VirkDown) Unwrap() error { return e.Cause }

// DownSince is since when the distributor does not answer, where that is why an error came about.
func DownSince(err error) (since time.Time, down bool) {
	e, ok := errors.AsType[*VirkDown](err)
	if !ok {
		return time.Time{}, false
	}
	return e.Since, true
}

// Company asks for the company with that CVR number. It is NotFound when the register has none, and Unavailable because of
// a VirkDown when it does not answer in time. An answer is remembered for a day, that there is none for ten minutes.
func (v *Virk) Company(ctx context.Context, cvr string) (crm.Company, error) {
	return v.known.get(ctx, v.o, cvr, func(ctx context.Context) (crm.Company, error) { return v.askCompany(ctx, cvr) })
}

// CompanyByPNumber is Company by the P-number of a site, which is the first of the company's sites in the answer.
func (v *Virk) CompanyByPNumber(ctx context.Context, pNumber string) (crm.Company, error) {
	return v.known.get(ctx, v.o, pNumber, func(ctx context.Context) (crm.Company, error) {
		found, err := v.askOne(ctx, "produktionsenhed", "VrproduktionsEnhed.pNummer", pNumber)
		if err != nil || len(found.Sites) == 0 || found.Sites[0].PNumber != pNumber {
			return crm.Company{}, orAbsent(err, pNumber)
		}
		co, err := v.askCompany(ctx, found.CVR)
		co.Sites = append(found.Sites, co.Sites...)
		return co, err
	})
}

func (v *Virk) askCompany(ctx context.Context, cvr string) (crm.Company, error) {
	found, err := v.askOne(ctx, "virksomhed", "Vrvirksomhed.cvrNummer", cvr)
	if err != nil || found.CVR != cvr || found.Name == "" {
		return crm.Company{}, orAbsent(err, cvr)
	}
	return found, nil
}

// orAbsent is err, or NotFound for an answer that has not got the number.
func orAbsent(err error, number string) error {
	if err != nil {
		return err
	}
	return crm.Errorf(crm.NotFound, errNotInRegister, number)
}

// askOne asks for the document with a number, unless the source is known to be down. It gives a company without a name
// when there is none.
func (v *Virk) askOne(ctx context.Context, kind, field, number string) (co crm.Company, err error) {
	now := v.o.Now()
	if down := v.breaker.down(now); down != nil {
		return co, crm.Errorf(crm.Unavailable, errVirkDown, clock(down.Since)).Because(down)
	}
	page, err := v.search(ctx, "/cvr-permanent/"+kind+"/_search", map[string]any{
		"query": map[string]any{"term": map[string]any{field: number}}, "size": 1})
	if err != nil {
		down := v.breaker.failed(now, err)
		if down.Since.Equal(now) {
			v.o.Log.Warn("virk", "cause", err)
		}
		return co, crm.Errorf(crm.Unavailable, errVirkDown, clock(down.Since)).Because(down)
	}
	if v.breaker.answered() {
		v.o.Log.Info("virk", "state", "answers")
	}
	if len(page.Hits.Hits) == 0 {
		return co, nil
	}
	co, why := companyOf(page.Hits.Hits[0])
	if why != nil {
		return crm.Company{}, nil // a document that cannot be used tells of no company
	}
	return co, nil
}
