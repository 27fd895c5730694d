package slackfake

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// Server is one fake Slack. Its methods may be called from several goroutines, but those that drive a user end the test
// on a mistake, and so belong to the test's own.
type Server struct {
	tb     testing.TB // nil outside tests
	web    *httptest.Server
	client *http.Client // towards the app
	settings

	offset atomic.Int64 // of Now, in nanoseconds
	serial atomic.Int64
	names  sync.Map       // of people and channels, by id
	work   sync.WaitGroup // sockets and retries under way

	mu     sync.Mutex // guards all below
	closed bool
	news   chan struct{} // closed and renewed whenever something changes
	app    App
	world  world
	posts  posts
	modals modals
	rules  rules
	socket sockets
	due    []retry
	faults faults
	found  findings
}

// New starts a fake Slack that stops, and fails the test on what nobody looked at, when the test ends.
func New(t testing.TB, opts ...Option) *Server {
	t.Helper()
	s, err := Start(opts...)
	if err != nil {
		t.Fatal(err)
	}
	s.tb = t
	t.Cleanup(func() {
		s.Close()
		for _, finding := range s.Unexpected() {
			t.Errorf("slack: %s", finding)
		}
	})
	return s
}

// Start is New outside a test: the caller calls Close, and asks for Unexpected. A mistake in driving it panics.
func Start(opts ...Option) (*Server, error) {
	s := &Server{settings: defaults(), news: make(chan struct{})}
	for _, o := range opts {
		o(&s.settings)
	}
	if s.clock == nil || s.signClock == nil {
		return nil, errors.New("slackfake: a clock is missing")
	}
	s.world, s.posts, s.modals, s.rules, s.socket, s.faults = newWorld(), newPosts(), newModals(), newRules(), newSockets(), newFaults()
	s.app = App{ID: "A0FAKEAPP"}
	s.client = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 512, IdleConnTimeout: time.Minute}}
	mux := http.NewServeMux()
	mux.HandleFunc("/api/", s.serveAPI)
	mux.HandleFunc("/hooks/", s.serveHook)
	mux.HandleFunc("/files/", s.serveFile)
	mux.HandleFunc("/upload/", s.serveUpload)
	mux.HandleFunc("/link/", s.serveSocket)
	s.web = httptest.NewServer(mux)
	return s, nil
}

// Close stops the server and its sockets. It may be called twice.
func (s *Server) Close() {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return
	}
	s.closed = true
	s.dropRetries()
	open := s.socket.takeAll()
	s.mu.Unlock()
	for _, c := range open {
		c.close()
	}
	s.work.Wait()
	s.client.CloseIdleConnections()
	s.web.Close()
}

// URL is the base of the Web API, ending in "/api/": what slack.OptionAPIURL takes.
func (s *Server) URL() string { return s.web.URL + "/api/" }

// HooksURL is the base of the response_urls, in place of https://hooks.slack.com/.
func (s *Server) HooksURL() string { return s.web.URL + "/hooks/" }

// Host is the host and port of both.
func (s *Server) Host() string { return strings.TrimPrefix(s.web.URL, "http://") }

// changed wakes those who wait. The lock is held.
func (s *Server) changed() {
	close(s.news)
	s.news = make(chan struct{})
}

// next is a number never given before.
func (s *Server) next() int64 { return s.serial.Add(1) }

// fatalf ends the test, or panics where there is none.
func (s *Server) fatalf(format string, args ...any) {
	if s.tb == nil {
		panic("slackfake: " + sprintf(format, args...))
	}
	s.tb.Helper()
	s.tb.Fatalf("slack: "+format, args...)
}
