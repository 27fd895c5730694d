package register

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"time"

	"samspil/internal/crm"
	"samspil/internal/when"
)

const (
	// pageSize is how many documents one answer has; above 3,000 the distributor answers with an error.
	pageSize = 1000
	// scrollFor is how long the distributor keeps the place in a search between two pages.
	scrollFor = "1m"
	// tries is how often the search is begun anew without having come further.
	tries = 5
	// overlap is how far back a synchronisation begins before the last one: the two clocks may differ, and a document
	// may be handed out later than its time says.
	overlap = 24 * time.Hour
)

// SyncOptions says what a synchronisation fetches.
type SyncOptions struct {
	Since    when.Date // zero: from a day before the last import or synchronisation began
	Progress func(ImportProgress)
}

// Sync fetches the companies, and then the sites, that changed at the distributor, and saves them as ImportFile does.
// Broken off, it keeps what it saved, and fetches it again when it is called anew.
func (v *Virk) Sync(ctx context.Context, target Target, o SyncOptions) (ImportProgress, error) {
	if o.Since.IsZero() {
		state, err := target.RegisterState(ctx)
		if err != nil {
			return ImportProgress{}, err
		}
		if state.Import.ID == 0 {
			return ImportProgress{}, crm.Errorf(crm.Invalid, errSinceWhen)
		}
		o.Since = when.DateOf(state.Import.Started.Add(-overlap))
	}
	s := &virkSync{Virk: v, target: target, o: o}
	_, err := holding(ctx, target, crm.RegisterImport{Source: "sync"}, v.o.Now, func(ctx context.Context, im crm.RegisterImport) (crm.RegisterImport, error) {
		s.im = im
		for _, kind := range []struct{ path, root string }{{"virksomhed", "Vrvirksomhed"}, {"produktionsenhed", "VrproduktionsEnhed"}} {
			if err := s.all(ctx, "/cvr-permanent/"+kind.path+"/_search", kind.root+".sidstOpdateret"); err != nil {
				return s.im, err
			}
		}
		return s.im, nil
	})
	return s.progress, err
}

type virkSync struct {
	*Virk
	target   Target
	o        SyncOptions
	im       crm.RegisterImport
	progress ImportProgress
	inURL    bool // the next page is asked for by the address, not in the body
}

// all fetches everything that changed. A page that was lost may have been counted as read over there: the search is begun
// anew from the last document that came, and what comes twice changes nothing.
func (s *virkSync) all(ctx context.Context, path, field string) error {
	from := s.o.Since.String()
	for try := 1; ; try++ {
		last, err := s.scroll(ctx, path, field, from)
		if err == nil || ctx.Err() != nil {
			return cmp.Or(err, ctx.Err())
		}
		if shown, ok := errors.AsType[*crm.Error](err); ok { // the store's
			return shown
		}
		if shutOut(err) {
			return crm.Errorf(crm.Unavailable, errVirkRefused).Because(err)
		}
		if last > from {
			from, try = last, 1
		}
		if try >= tries {
			return crm.Errorf(crm.Unavailable, errVirkSync).Because(err)
		}
		pause := time.Second << try
		if f, ok := errors.AsType[*virkFailure](err); ok && f.after > 0 {
			pause = f.after
		}
		if err := s.Virk.o.Wait(ctx, pause); err != nil {
			return err
		}
	}
}

// scroll goes through one search from that moment on, and gives the moment of the last document that was saved.
func (s *virkSync) scroll(ctx context.Context, path, field, from string) (last string, err error) {
	page, err := s.page(ctx, path+"?scroll="+scrollFor, map[string]any{
		"query": map[string]any{"range": map[string]any{field: map[string]any{"gte": from}}},
		"sort":  []any{map[string]any{field: "asc"}}, "size": pageSize})
	if err != nil {
		return "", err
	}
	total, got := int64(page.Hits.Total), int64(0)
	for len(page.Hits.Hits) > 0 {
		if last, err = s.save(ctx, page.Hits.Hits); err != nil {
			return last, err
		}
		if got += int64(len(page.Hits.Hits)); got >= total && len(page.Hits.Hits) < pageSize {
			return last, nil
		}
		if page, err = s.following(ctx, page.ScrollID, got < total); err != nil {
			return last, err
		}
	}
	if got < total {
		return last, &virkFailure{http.StatusOK, "fewer documents than it said", 0}
	}
	return last, nil
}

// following asks for the next page in one of the two ways that clients use. An address that does not exist is
// answered by 200 and nothing: where more is expected, the other way is tried.
func (s *virkSync) following(ctx context.Context, id string, more bool) (page virkPage, err error) {
	for range 2 {
		if s.inURL {
			page, err = s.page(ctx, "/_search/scroll?scroll="+scrollFor+"&scroll_id="+url.QueryEscape(id), map[string]any{})
		} else {
			page, err = s.page(ctx, "/cvr-permanent/_search/scroll", map[string]any{"scroll": scrollFor, "scroll_id": id})
		}
		f, answered := errors.AsType[*virkFailure](err)
		wrongWay := answered && (f.status == http.StatusOK || f.status == http.StatusBadRequest || f.status == http.StatusNotFound || f.status == http.StatusMethodNotAllowed)
		if err == nil && (len(page.Hits.Hits) > 0 || !more) || err != nil && !wrongWay {
			return page, err
		}
		s.inURL = !s.inURL
	}
	return page, err
}

func (s *virkSync) page(ctx context.Context, path string, question any) (virkPage, error) {
	ctx, cancel := context.WithTimeout(ctx, s.Virk.o.PageWithin)
	defer cancel()
	return s.search(ctx, path, question)
}

// save stores a page, and gives the moment of its last document.
func (s *virkSync) save(ctx context.Context, hits []json.RawMessage) (last string, err error) {
	var companies []crm.Company
	for _, hit := range hits {
		co, why := companyOf(hit)
		if why != nil {
			s.progress.Refused++
			continue
		}
		companies = append(companies, co)
	}
	s.progress.Read += int64(len(hits))
	if s.im, err = s.target.ImportCompanies(ctx, s.im, companies, s.progress.Read, s.Virk.o.Now()); err != nil {
		return "", err
	}
	s.progress.Counts = s.im.Counts
	if s.o.Progress != nil {
		s.o.Progress(s.progress)
	}
	return updatedAt(hits[len(hits)-1]), nil
}

// updatedAt is when a document last changed, as it writes it.
func updatedAt(hit json.RawMessage) string {
	type updated struct {
		At string `json:"sidstOpdateret"`
	}
	var doc struct {
		Source struct {
			Company updated `json:"Vrvirksomhed"`
			Site    updated `json:"VrproduktionsEnhed"`
		} `json:"_source"`
	}
	_ = json.Unmarshal(hit, &doc) // what cannot be read is from no moment
	return cmp.Or(doc.Source.Company.At, doc.Source.Site.At)
}
