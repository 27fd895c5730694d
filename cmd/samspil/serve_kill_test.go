package main

import (
	"bufio"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"samspil/store/storetest"
)

const (
	serveRounds   = 50
	serveCommands = 1000
	serveSecret   = "not-much-of-a-secret"
)

// TestServeKilledAtAnyMoment ends samspil serve by SIGKILL 50 times while Slack sends it 1,000 commands. A command
// without its acknowledgement is sent again under the same trigger, as a person would; in the end every one is logged
// once, whatever was acknowledged when.
func TestServeKilledAtAnyMoment(t *testing.T) {
	rounds, commands := serveRounds, serveCommands
	if testing.Short() {
		rounds, commands = 5, 100
	}
	program := filepath.Join(t.TempDir(), "samspil")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	api := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w, `{"ok":true,"team":"Demo","team_id":"T0DEMO","user_id":"U0BOT"}`)
	}))
	defer api.Close()
	storetest.EachEmpty(t, func(t *testing.T, db string) {
		seed := rand.Uint64()
		t.Logf("seed %d", seed)
		random := rand.New(rand.NewPCG(seed, 0))
		killer{program: program, url: db}.run(t, nil, 0) // fills the demo
		s := server{T: t, program: program, db: db, api: api.URL + "/api/"}
		acknowledged, sent := 0, 0
		for round := range rounds {
			s.start()
			last := round == rounds-1
			if !last {
				victim := s.cmd.Process // the next round has another
				time.AfterFunc(time.Duration(random.Int64N(int64(90*time.Millisecond))), func() { victim.Kill() })
			}
			for acknowledged < commands && (last || acknowledged < (round+1)*commands/rounds+commands/rounds) {
				sent++
				if !s.logs(acknowledged) {
					break
				}
				acknowledged++
			}
			s.cmd.Process.Kill()
			s.cmd.Wait()
		}
		if acknowledged < commands {
			t.Fatalf("only %d of %d commands were acknowledged", acknowledged, commands)
		}
		stored := storedTokens(t, db)
		for i := range commands {
			if n := stored[token(i)]; n != 1 {
				t.Errorf("%s is there %d times", token(i), n)
			}
		}
		t.Logf("%d commands, sent %d times", commands, sent)
	})
}

func token(i int) string { return fmt.Sprintf("note-token-%05d", i) }

// server is a running samspil serve.
type server struct {
	*testing.T
	program, db, api string
	cmd              *exec.Cmd
	address          string
}

var addressPattern = regexp.MustCompile(`http://[0-9.:]+/slack/`)

// start starts it and waits until it says where it listens.
func (s *server) start() {
	s.Helper()
	s.cmd = exec.Command(s.program, "serve", "--db", s.db)
	s.cmd.Env = append(s.cmd.Environ(), "SAMSPIL_LISTEN=127.0.0.1:0", "SLACK_BOT_TOKEN=xoxb-test", "SLACK_SIGNING_SECRET="+serveSecret, "SLACK_API_URL="+s.api, "SAMSPIL_LOG=error")
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		s.Fatal(err)
	}
	if err := s.cmd.Start(); err != nil {
		s.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if s.address = addressPattern.FindString(line); s.address == "" {
		s.Fatalf("it did not start: %q %v", line, err)
	}
}

// logs sends the i-th command, and reports whether it was acknowledged with a receipt.
func (s *server) logs(i int) bool {
	s.Helper()
	form := url.Values{"team_id": {"T0DEMO"}, "user_id": {"U0ANNA"}, "channel_id": {"C1"}, "command": {"/besoeg"}, "trigger_id": {strconv.Itoa(i)},
		"text": {demoCVRs[i%len(demoCVRs)] + " i går telefon " + token(i)}}.Encode()
	req, err := http.NewRequestWithContext(s.Context(), http.MethodPost, s.address+"commands", strings.NewReader(form))
	if err != nil {
		s.Fatal(err)
	}
	stamp := strconv.FormatInt(time.Now().Unix(), 10)
	mac := hmac.New(sha256.New, []byte(serveSecret))
	mac.Write([]byte("v0:" + stamp + ":" + form))
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.Header.Set("X-Slack-Request-Timestamp", stamp)
	req.Header.Set("X-Slack-Signature", "v0="+hex.EncodeToString(mac.Sum(nil)))
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return false // it was killed
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return false
	}
	if strings.Contains(string(body), "Jeg arbejder på det") { // a slow machine: the answer follows, or another asking gives it
		time.Sleep(100 * time.Millisecond)
		return s.logs(i)
	}
	// An empty answer is that of a delivery answered before the kill, whose acknowledgement was lost on its way.
	if resp.StatusCode != http.StatusOK || len(body) > 0 && !strings.Contains(string(body), "visit.undo") {
		s.Fatalf("%d: %s", resp.StatusCode, body)
	}
	return true
}
