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
	"sync"
	"testing"
	"time"

	"samspil/store/storetest"
)

const (
	serveRounds   = 50
	serveCommands = 1000
	serveSecret   = "not-much-of-a-secret"
)

// TestServeKilledAtAnyMoment ends samspil serve by SIGKILL 50 times while Slack sends it 1,000 commands, with a pressed
// button after every third. A command without its acknowledgement is sent again under the same trigger, as a person
// would; in the end every one is logged once, whatever was acknowledged when. The answer to a button goes through the
// outbox: where the press was acknowledged it arrives, and no more often too much than the program was killed.
func TestServeKilledAtAnyMoment(t *testing.T) {
	rounds, commands := serveRounds, serveCommands
	if testing.Short() {
		rounds, commands = 5, 100
	}
	program := filepath.Join(t.TempDir(), "samspil")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	answers := &inbox{got: map[string]int{}}
	api := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/hooks/") {
			answers.take(r)
			return
		}
		io.WriteString(w, `{"ok":true,"team":"Demo","team_id":"T0DEMO","user_id":"U0BOT"}`)
	}))
	defer api.Close()
	storetest.EachEmpty(t, func(t *testing.T, db string) {
		seed := rand.Uint64()
		t.Logf("seed %d", seed)
		random := rand.New(rand.NewPCG(seed, 0))
		killer{program: program, url: db}.run(t, nil, 0) // fills the demo
		s := server{T: t, program: program, db: db, api: api.URL + "/api/"}
		acknowledged, sent, kills := 0, 0, 0
		var presses []string
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
				if acknowledged%3 == 0 {
					if hook := fmt.Sprintf("/hooks/%d/%d", seed, sent); s.presses(hook) {
						presses = append(presses, hook)
					}
				}
			}
			if last {
				answers.wait(t, presses)
			}
			s.cmd.Process.Kill()
			s.cmd.Wait()
			kills++
		}
		answers.check(t, presses, kills)
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
	status, body, ok := s.sends("commands", form)
	if !ok {
		return false // it was killed
	}
	if strings.Contains(string(body), "Jeg arbejder på det") { // a slow machine: the answer follows, or another asking gives it
		time.Sleep(100 * time.Millisecond)
		return s.logs(i)
	}
	// An empty answer is that of a delivery answered before the kill, whose acknowledgement was lost on its way.
	if status != http.StatusOK || len(body) > 0 && !strings.Contains(string(body), "visit.undo") {
		s.Fatalf("%d: %s", status, body)
	}
	return true
}

// presses presses a button whose answer goes to that response_url, and reports whether it was acknowledged.
func (s *server) presses(hook string) bool {
	s.Helper()
	address := strings.TrimSuffix(s.api, "/api/") + hook
	payload := fmt.Sprintf(`{"type":"block_actions","user":{"id":"U0ANNA","team_id":"T0DEMO"},"channel":{"id":"C1"},"trigger_id":%q,"response_url":%q,
		"actions":[{"action_id":"check.show","block_id":"b","type":"button","value":"99000007"}]}`, hook, address)
	status, body, ok := s.sends("interactions", url.Values{"payload": {payload}}.Encode())
	if ok && (status != http.StatusOK || body != "") {
		s.Fatalf("%d: %s", status, body)
	}
	return ok
}

// sends sends a signed request; ok is false where the program was gone before it had answered.
func (s *server) sends(path, form string) (status int, body string, ok bool) {
	s.Helper()
	req, err := http.NewRequestWithContext(s.Context(), http.MethodPost, s.address+path, strings.NewReader(form))
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
		return 0, "", false
	}
	defer resp.Body.Close()
	raw, err := io.ReadAll(resp.Body)
	return resp.StatusCode, string(raw), err == nil
}

// inbox counts what arrives at response_urls.
type inbox struct {
	mu  sync.Mutex
	got map[string]int
}

func (b *inbox) take(r *http.Request) {
	body, err := io.ReadAll(r.Body)
	b.mu.Lock()
	defer b.mu.Unlock()
	if err == nil && strings.Contains(string(body), "Lolland Betonelementer") {
		b.got[r.URL.Path]++
	}
}

// rescued is how long the answers of a killed program may take: the queue takes its jobs back after a minute, and looks
// every half minute.
const rescued = 3 * time.Minute

// wait waits until all of them have arrived.
func (b *inbox) wait(t *testing.T, presses []string) {
	t.Helper()
	for until := time.Now().Add(rescued); time.Now().Before(until); time.Sleep(50 * time.Millisecond) {
		if len(b.missing(presses)) == 0 {
			return
		}
	}
	t.Errorf("%d answers never arrived, of %d", len(b.missing(presses)), len(presses))
}

func (b *inbox) missing(presses []string) (list []string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, hook := range presses {
		if b.got[hook] == 0 {
			list = append(list, hook)
		}
	}
	return list
}

func (b *inbox) check(t *testing.T, presses []string, kills int) {
	t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	twice := 0
	for _, hook := range presses {
		twice += max(0, b.got[hook]-1)
	}
	if twice > kills {
		t.Errorf("%d answers came twice, after %d kills", twice, kills)
	}
	t.Logf("%d presses, %d answered twice, %d kills", len(presses), twice, kills)
}
