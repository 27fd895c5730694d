// Package virkstub is a stand-in for distribution.virk.dk in tests: a server on this machine with made-up companies, and
// with the ways of the real one that clients stumble over.
package virkstub

import (
	"bufio"
	"bytes"
	_ "embed"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
)

// Register is the documents that a new stub has, one a line: companies and production units, of every sort that needs care.
//
//go:embed register.ndjson
var Register []byte

// The only user that is let in.
const (
	User     = "samspil"
	Password = "correct horse"
)

// Stub is the server. Its fields may be changed between requests.
type Stub struct {
	URL string

	mu        sync.Mutex
	docs      []document
	faults    []Fault
	asked     []string
	scrolls   map[string]*scroll
	object    bool
	scrollURL bool
}

// document is a company or a production unit.
type document struct {
	root   string // "Vrvirksomhed" or "VrproduktionsEnhed"
	fields map[string]json.RawMessage
	raw    json.RawMessage
}

// Fault answers a request in the place of the server.
type Fault func(w http.ResponseWriter, r *http.Request)

// Start starts a stub, which ends with the test.
func Start(t testing.TB) *Stub {
	t.Helper()
	s := &Stub{scrolls: map[string]*scroll{}}
	s.Add(Register)
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	s.URL = server.URL
	return s
}

// Add gives the stub more documents, one a line.
func (s *Stub) Add(lines []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for scan := bufio.NewScanner(bytes.NewReader(lines)); scan.Scan(); {
		var doc map[string]map[string]json.RawMessage
		if err := json.Unmarshal(scan.Bytes(), &doc); err != nil {
			panic(err) // a test's own document
		}
		for root, fields := range doc {
			s.docs = append(s.docs, document{root, fields, json.RawMessage(strings.Clone(scan.Text()))})
		}
	}
}

// Fail lets the next requests end in these ways, one each.
func (s *Stub) Fail(faults ...Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = append(s.faults, faults...)
}

// TotalAsObject writes hits.total as Elasticsearch 7 does.
func (s *Stub) TotalAsObject() { s.object = true }

// ScrollInURL lets the stub know only the form in which scroll_id stands in the address; else it knows only the other.
func (s *Stub) ScrollInURL() { s.scrollURL = true }

// Asked gives the paths and bodies of the requests so far.
func (s *Stub) Asked() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.asked...)
}

// next takes a fault that waits.
func (s *Stub) next() Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.faults) == 0 {
		return nil
	}
	f := s.faults[0]
	s.faults = s.faults[1:]
	return f
}
