package ackbench

import (
	"bufio"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"sync"
	"time"
)

// requests makes signed commands, whole as they go over the wire. Each has a trigger of its own: none is a repetition.
func (s *side) requests(n int) [][]byte {
	all := make([][]byte, n)
	for i := range all {
		s.sent++
		form := url.Values{"team_id": {"T0DEMO"}, "team_domain": {"demo"}, "user_id": {"U0ANNA"}, "user_name": {"anna"}, "channel_id": {"C1"}, "channel_name": {"erhverv"},
			"api_app_id": {"A0BENCH"}, "command": {"/check"}, "text": {"99000007"}, "trigger_id": {"bench." + strconv.Itoa(s.sent)}, "response_url": {"https://hooks.slack.com/commands/none"}}.Encode()
		if s.bare {
			form += "&ssl_check=1"
		}
		stamp := strconv.FormatInt(time.Now().Unix(), 10)
		mac := hmac.New(sha256.New, []byte(secret))
		mac.Write([]byte("v0:" + stamp + ":" + form))
		all[i] = fmt.Appendf(nil, "POST /slack/commands HTTP/1.1\r\nHost: %s\r\nUser-Agent: Slackbot 1.0 (+https://api.slack.com/robots)\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\nX-Slack-Request-Timestamp: %s\r\nX-Slack-Signature: v0=%s\r\n\r\n%s",
			s.address(), len(form), stamp, hex.EncodeToString(mac.Sum(nil)), form)
	}
	return all
}

// talk is one connection that is kept.
type talk struct {
	net.Conn
	in *bufio.Reader
}

func newTalk(c net.Conn) talk { return talk{c, bufio.NewReader(c)} }

// ask sends one request, checks its answer, and gives how long that took.
func (s *side) ask(c talk, request []byte) time.Duration {
	begun := time.Now()
	if _, err := c.Write(request); err != nil {
		s.Error(err)
		return 0
	}
	resp, err := http.ReadResponse(c.in, nil)
	if err != nil {
		s.Error(err)
		return 0
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	took := time.Since(begun)
	if err != nil || resp.StatusCode != http.StatusOK || !s.right(string(body)) {
		s.Errorf("%s: %d %v %.600s", s.name, resp.StatusCode, err, body)
	}
	return took
}

// load puts n requests on the connections, one after another on each, and gives how long each took.
func (s *side) load(n int) []time.Duration {
	s.Helper()
	took := make([]time.Duration, n)
	all := s.requests(n)
	var group sync.WaitGroup
	for i := range connections {
		c, err := net.Dial("tcp", s.address())
		if err != nil {
			s.Fatal(err)
		}
		group.Go(func() {
			defer c.Close()
			on := newTalk(c)
			for j := i; j < n && !s.Failed(); j += connections {
				took[j] = s.ask(on, all[j])
			}
		})
	}
	group.Wait()
	if s.Failed() {
		s.stop()
		s.FailNow()
	}
	return took
}
