package slackfake

import (
	"encoding/json"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// sockets are the Socket Mode connections: https://docs.slack.dev/apis/events-api/using-socket-mode
type sockets struct {
	tickets  map[string]bool
	open     []*connection
	turn     int
	waiting  map[string]chan ack // by envelope id
	given    map[string]bool     // all envelope ids
	handling []Handling
}

func newSockets() sockets {
	return sockets{tickets: map[string]bool{}, waiting: map[string]chan ack{}, given: map[string]bool{}}
}

func (k *sockets) takeAll() []*connection {
	list := k.open
	k.open = nil
	return list
}

// connection is one WebSocket.
type connection struct {
	ws       *websocket.Conn
	mu       sync.Mutex // guards writing
	once     sync.Once
	stop     chan struct{}
	draining bool // told to go away; guarded by the server's lock
}

func (c *connection) close() {
	c.once.Do(func() {
		close(c.stop)
		_ = c.ws.Close()
	})
}

func (c *connection) send(v any) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	_ = c.ws.SetWriteDeadline(time.Now().Add(2 * time.Second))
	return c.ws.WriteJSON(v)
}

func (c *connection) ping() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.ws.WriteControl(websocket.PingMessage, []byte("Ping from fake"), time.Now().Add(2*time.Second))
}

// openConnection gives an address that works once: https://docs.slack.dev/reference/methods/apps.connections.open
func (c *call) openConnection() (reply, *refusal) {
	s := c.srv
	ticket := sprintf("ticket%d", s.next())
	s.socket.tickets[ticket] = true
	return reply{"url": "ws" + strings.TrimPrefix(s.web.URL, "http") + "/link/?ticket=" + ticket + "&app_id=" + s.app.ID}, nil
}

// upgrader takes any Origin: Slack's clients name https://api.slack.com.
var upgrader = websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}

func (s *Server) serveSocket(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	ticket := r.URL.Query().Get("ticket")
	good := s.socket.tickets[ticket] && !s.closed
	delete(s.socket.tickets, ticket)
	if good {
		s.work.Add(1)
		defer s.work.Done()
	}
	s.mu.Unlock()
	if !good {
		http.Error(w, "used or unknown ticket", http.StatusForbidden)
		return
	}
	ws, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return // Upgrade has answered
	}
	c := &connection{ws: ws, stop: make(chan struct{})}
	defer c.close()
	if s.join(c) {
		s.read(c)
		s.part(c)
	}
}

// join takes a connection in and greets it, or turns it away where there are ten.
func (s *Server) join(c *connection) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.socket.open) >= maxConnections {
		_ = c.send(reply{"type": "disconnect", "reason": "too_many_websockets", "debug_info": reply{"host": "fake"}})
		return false
	}
	if s.closed {
		return false
	}
	hello := reply{"type": "hello", "num_connections": len(s.socket.open) + 1, "connection_info": reply{"app_id": s.app.ID},
		"debug_info": reply{"host": "fake", "approximate_connection_time": 18060}}
	if c.send(hello) != nil || c.ping() != nil {
		return false
	}
	s.socket.open = append(s.socket.open, c)
	s.work.Go(func() { c.keepAlive() })
	s.changed()
	return true
}

// keepAlive pings every 5 seconds, as clients take silence for death.
func (c *connection) keepAlive() {
	beat := time.NewTicker(5 * time.Second)
	defer beat.Stop()
	for {
		select {
		case <-c.stop:
			return
		case <-beat.C:
			if c.ping() != nil {
				return
			}
		}
	}
}

// read takes acknowledgements until the connection ends.
func (s *Server) read(c *connection) {
	for {
		_, raw, err := c.ws.ReadMessage()
		if err != nil {
			return
		}
		s.acknowledged(raw)
	}
}

// acknowledged hands an acknowledgement to who waits for it. One that is too large is dropped without a word, as Slack
// does; the test is told.
func (s *Server) acknowledged(raw []byte) {
	var a struct {
		Envelope string          `json:"envelope_id"`
		Payload  json.RawMessage `json:"payload"`
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case len(raw) >= maxSocketAck:
		s.found.problem("an acknowledgement of %d bytes was dropped", len(raw))
		return
	case json.Unmarshal(raw, &a) != nil || !s.socket.given[a.Envelope]:
		s.found.problem("something that is no acknowledgement came over the socket: %.200s", raw)
		return
	}
	if waiting := s.socket.waiting[a.Envelope]; waiting != nil {
		delete(s.socket.waiting, a.Envelope)
		waiting <- ack{status: http.StatusOK, body: a.Payload}
	}
}

func (s *Server) part(c *connection) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, other := range s.socket.open {
		if other == c {
			s.socket.open = append(s.socket.open[:i:i], s.socket.open[i+1:]...)
		}
	}
	s.changed()
}
