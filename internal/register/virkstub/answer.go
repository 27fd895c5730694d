package virkstub

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
)

// mostHits is how far into an answer one may page: beyond it there is an error.
const mostHits = 3000

// question is the part of a search that the stub knows.
type question struct {
	Query map[string]map[string]json.RawMessage
	From  int
	Size  *int

	Scroll   string
	ScrollID string `json:"scroll_id"`
}

// scroll is a search that goes on.
type scroll struct {
	left []document
	size int
	all  int
}

// ServeHTTP answers as the real one does: an unknown address or field is no error, and has no hits.
func (s *Stub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	s.mu.Lock()
	s.asked = append(s.asked, r.URL.RequestURI()+" "+string(body))
	s.mu.Unlock()
	r.Body = io.NopCloser(bytes.NewReader(body))
	if fault := s.next(); fault != nil {
		fault(w, r)
		return
	}
	s.Pass(w, r)
}

// Pass answers a request without a fault.
func (s *Stub) Pass(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	user, password, _ := r.BasicAuth()
	if user != User || password != Password {
		HTML(http.StatusUnauthorized)(w, r)
		return
	}
	var q question
	if err := json.Unmarshal(body, &q); err != nil || r.Method != http.MethodPost {
		fail(w, http.StatusBadRequest, "parsing_exception", "not JSON")
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	switch root := roots[r.URL.Path]; {
	case root != "":
		s.search(w, root, q, r.URL.Query().Get("scroll") != "")
	case s.scrollURL && r.URL.Path == "/_search/scroll":
		s.more(w, r.URL.Query().Get("scroll_id"))
	case !s.scrollURL && r.URL.Path == "/cvr-permanent/_search/scroll":
		s.more(w, q.ScrollID)
	default:
		s.page(w, nil, 0, "")
	}
}

var roots = map[string]string{"/cvr-permanent/virksomhed/_search": "Vrvirksomhed", "/cvr-permanent/produktionsenhed/_search": "VrproduktionsEnhed"}

func (s *Stub) search(w http.ResponseWriter, root string, q question, scrolling bool) {
	size := 10
	if q.Size != nil {
		size = *q.Size
	}
	if q.From+size > mostHits {
		fail(w, http.StatusInternalServerError, "search_phase_execution_exception", fmt.Sprintf("Result window is too large, from + size must be less than or equal to: [%d] but was [%d]", mostHits, q.From+size))
		return
	}
	var found []document
	for kind, clause := range q.Query {
		if kind != "term" && kind != "range" {
			fail(w, http.StatusBadRequest, "parsing_exception", "no [query] registered for ["+kind+"]")
			return
		}
		for field, wanted := range clause {
			for _, d := range s.docs {
				if d.root == root && d.fits(kind, field, wanted) {
					found = append(found, d)
				}
			}
		}
	}
	slices.SortStableFunc(found, func(a, b document) int { return cmp.Compare(a.value("sidstOpdateret"), b.value("sidstOpdateret")) })
	first := found[min(q.From, len(found)):min(q.From+size, len(found))]
	id := ""
	if scrolling {
		id = fmt.Sprintf("scroll==%d", len(s.scrolls))
		s.scrolls[id] = &scroll{found[len(first):], size, len(found)}
	}
	s.page(w, first, len(found), id)
}

// more gives the next page of a search.
func (s *Stub) more(w http.ResponseWriter, id string) {
	sc, ok := s.scrolls[id]
	if !ok {
		fail(w, http.StatusNotFound, "search_context_missing_exception", "No search context found")
		return
	}
	n := min(sc.size, len(sc.left))
	s.page(w, sc.left[:n], sc.all, id)
	sc.left = sc.left[n:]
}

// fits compares a field, whose name is case-sensitive.
func (d document) fits(kind, field string, wanted json.RawMessage) bool {
	name, ok := strings.CutPrefix(field, d.root+".")
	if _, known := d.fields[name]; !ok || !known {
		return false
	}
	if kind == "term" { // as a number or as a text
		return d.value(name) == strings.Trim(string(wanted), `"`)
	}
	var bounds struct{ GTE string }
	return json.Unmarshal(wanted, &bounds) == nil && d.value(name) >= bounds.GTE
}

func (d document) value(name string) string { return strings.Trim(string(d.fields[name]), `"`) }

func (s *Stub) page(w http.ResponseWriter, docs []document, total int, scrollID string) {
	hits := []map[string]any{}
	for i, d := range docs {
		hits = append(hits, map[string]any{"_index": "cvr-v-20220630", "_type": "_doc", "_id": fmt.Sprint(i), "_source": d.raw})
	}
	count := any(total)
	if s.object {
		count = map[string]any{"value": total, "relation": "eq"}
	}
	answer := map[string]any{"took": 2, "timed_out": false, "_shards": map[string]int{"total": 6, "successful": 6, "failed": 0}, "hits": map[string]any{"total": count, "hits": hits}}
	if scrollID != "" {
		answer["_scroll_id"] = scrollID
	}
	w.Header().Set("Content-Type", "application/json; charset=UTF-8")
	json.NewEncoder(w).Encode(answer)
}

func fail(w http.ResponseWriter, status int, kind, reason string) {
	w.Header().Set("Content-Type", "application/json; charset=UTF-8")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(map[string]any{"error": map[string]string{"type": kind, "reason": reason}, "status": status})
}
