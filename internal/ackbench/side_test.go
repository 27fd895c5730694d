package ackbench

import (
	"bytes"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

const secret = "0123456789abcdef0123456789abcdef"

// side is one of the two servers.
type side struct {
	*testing.T
	name    string
	command []string
	env     []string
	right   func(body string) bool // whether the answer is the right one
	bare    bool                   // ask for nothing but an acknowledgement
	port    int
	sent    int
	cmd     *exec.Cmd
	errors  bytes.Buffer
}

// samspil is the program as make build makes it, on the demo's data.
func samspil(t *testing.T) *side {
	folder := t.TempDir()
	program, db := "../../bin/samspil", "file:"+filepath.Join(folder, "demo.db")
	script := filepath.Join(folder, "script")
	if err := os.WriteFile(script, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.CommandContext(t.Context(), program, "console", "--demo", "--db", db, "--as", "anna", "--script", script).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	api := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, `{"ok":true,"team":"Demo","team_id":"T0DEMO","user_id":"U0BOT"}`)
	}))
	t.Cleanup(api.Close)
	port := freePort(t)
	s := &side{T: t, name: "samspil", command: []string{program, "serve", "--db", db}, port: port,
		env: []string{"SAMSPIL_LISTEN=127.0.0.1:" + strconv.Itoa(port), "SLACK_BOT_TOKEN=xoxb-bench", "SLACK_SIGNING_SECRET=" + secret, "SLACK_API_URL=" + api.URL + "/api/", "SAMSPIL_LOG=error"},
	}
	s.right = func(body string) bool {
		return s.bare && body == "" || !s.bare && strings.Contains(body, company) && strings.Contains(body, verdict)
	}
	return s
}

// company and verdict are what each answer of ours must hold: who was asked for, and what the program says of it.
const (
	company = "Lolland Betonelementer A/S, Rødby, CVR 99000007"
	verdict = "Nogen er på vej: en anden aktør har planlagt kontakt inden for 90 dage"
)

// bolt needs its packages: make bench-ack installs them.
func bolt(t *testing.T) *side {
	port := freePort(t)
	return &side{T: t, name: "@slack/bolt", command: []string{"node", "bolt/server.js"}, port: port,
		env:   []string{"NODE_ENV=production", "PORT=" + strconv.Itoa(port), "SLACK_SIGNING_SECRET=" + secret},
		right: func(body string) bool { return body == "ok" }}
}

func freePort(t *testing.T) int {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

func (s *side) address() string { return "127.0.0.1:" + strconv.Itoa(s.port) }

// start starts the server on the first core, and gives how long its first right answer took.
func (s *side) start() time.Duration {
	s.Helper()
	s.cmd = exec.Command("taskset", append([]string{"-c", "0"}, s.command...)...) // it becomes the server: the process stays
	s.cmd.Env, s.cmd.Stderr = append(os.Environ(), s.env...), &s.errors
	s.cmd.Stdout = io.Discard
	first := s.requests(1)[0]
	begun := time.Now()
	if err := s.cmd.Start(); err != nil {
		s.Fatal(err)
	}
	for time.Since(begun) < 20*time.Second {
		if c, err := net.Dial("tcp", s.address()); err == nil {
			defer c.Close()
			s.ask(newTalk(c), first)
			return time.Since(begun)
		}
		time.Sleep(500 * time.Microsecond)
	}
	s.stop()
	s.Fatalf("%s did not start: %s", s.name, s.errors.String())
	return 0
}

// stop ends the server as an operator does, and waits for it.
func (s *side) stop() {
	if s.cmd == nil {
		return
	}
	_ = s.cmd.Process.Signal(syscall.SIGTERM)
	_ = s.cmd.Wait() // bolt ends by the signal
	s.cmd = nil
}

// cpu is the time the server has had on a processor, its own and the system's for it.
func (s *side) cpu() time.Duration {
	s.Helper()
	stat, err := os.ReadFile("/proc/" + strconv.Itoa(s.cmd.Process.Pid) + "/stat")
	if err != nil {
		s.Fatal(err)
	}
	fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
	user, err1 := strconv.Atoi(fields[11])
	system, err2 := strconv.Atoi(fields[12])
	if err1 != nil || err2 != nil {
		s.Fatalf("not a stat: %s", stat)
	}
	const tick = 10 * time.Millisecond // USER_HZ is 100 on all of Linux that Go runs on
	return time.Duration(user+system) * tick
}

// memory is a line of /proc/PID/status, in KiB.
func (s *side) memory(name string) int {
	s.Helper()
	status, err := os.ReadFile("/proc/" + strconv.Itoa(s.cmd.Process.Pid) + "/status")
	if err != nil {
		s.Fatal(err)
	}
	for line := range strings.Lines(string(status)) {
		if value, ok := strings.CutPrefix(line, name+":"); ok {
			kib, err := strconv.Atoi(strings.Fields(value)[0])
			if err != nil {
				s.Fatal(err)
			}
			return kib
		}
	}
	s.Fatalf("no %s", name)
	return 0
}
