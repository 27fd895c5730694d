package slackfake

import (
	"net/http"
	"sync"
	"time"
)

// Fault is how a call goes wrong.
type Fault struct {
	kind    faultKind
	status  int
	seconds int
	wait    time.Duration
	code    string
}

type faultKind int

const (
	noFault      faultKind = iota
	faultStatus            // not done, an HTTP status
	faultRate              // not done, 429
	faultSlow              // done, late
	faultCut               // done, the answer is cut in half
	faultLost              // done, the connection breaks instead of an answer
	faultDropped           // not done, the connection breaks
	faultSays              // done, an error answered
)

// The faults. Truncated and LostAnswer do what was asked first: the program cannot know.
var (
	ServerError  = Fault{kind: faultStatus, status: http.StatusInternalServerError}
	Unavailable  = Fault{kind: faultStatus, status: http.StatusServiceUnavailable}
	Truncated    = Fault{kind: faultCut}
	LostAnswer   = Fault{kind: faultLost}
	NoConnection = Fault{kind: faultDropped}
)

// RateLimited answers 429 with Retry-After: https://docs.slack.dev/apis/web-api/rate-limits
func RateLimited(seconds int) Fault { return Fault{kind: faultRate, seconds: seconds} }

// Slow does it after a pause of real time, or not at all where the caller has left by then.
func Slow(d time.Duration) Fault { return Fault{kind: faultSlow, wait: d} }

// Says does it and answers with Slack's error of that name, as internal_error and fatal_error may:
// https://docs.slack.dev/reference/methods/chat.postMessage, "some aspect of the operation succeeded"
func Says(code string) Fault { return Fault{kind: faultSays, code: code} }

// faults are what will go wrong, by method; "response_url" stands for all of those.
type faults struct {
	mu   *sync.Mutex
	next map[string][]Fault
}

func newFaults() faults { return faults{&sync.Mutex{}, map[string][]Fault{}} }

// Fail makes the next calls of a method, or of "response_url", go wrong.
func (s *Server) Fail(method string, times int, f Fault) {
	s.faults.mu.Lock()
	defer s.faults.mu.Unlock()
	for range times {
		s.faults.next[method] = append(s.faults.next[method], f)
	}
}

func (f faults) take(method string) Fault {
	f.mu.Lock()
	defer f.mu.Unlock()
	list := f.next[method]
	if len(list) == 0 {
		return Fault{}
	}
	f.next[method] = list[1:]
	return list[0]
}

// before does what goes wrong before the call is done, and reports whether it ends there.
func (f Fault) before(w http.ResponseWriter, r *http.Request) bool {
	switch f.kind {
	case faultStatus:
		http.Error(w, "<html>something went wrong</html>", f.status)
	case faultRate:
		w.Header().Set("Retry-After", sprintf("%d", f.seconds))
		http.Error(w, `{"ok":false,"error":"ratelimited"}`, http.StatusTooManyRequests)
	case faultDropped:
		panic(http.ErrAbortHandler)
	case faultSlow:
		pause := time.NewTimer(f.wait)
		defer pause.Stop()
		select {
		case <-pause.C:
			return false
		case <-r.Context().Done():
			return true
		}
	default:
		return false
	}
	return true
}

// wrap makes the answer go wrong on its way.
func (f Fault) wrap(w http.ResponseWriter) http.ResponseWriter {
	if f.kind == faultCut || f.kind == faultLost {
		return &halfWriter{w, f.kind}
	}
	return w
}

type halfWriter struct {
	http.ResponseWriter
	kind faultKind
}

func (h *halfWriter) Write(b []byte) (int, error) {
	if h.kind == faultLost {
		panic(http.ErrAbortHandler)
	}
	h.ResponseWriter.Header().Del("Content-Length")
	return h.ResponseWriter.Write(b[:len(b)/2])
}

func (h *halfWriter) WriteHeader(code int) {
	if h.kind == faultCut {
		h.ResponseWriter.WriteHeader(code)
	}
}
