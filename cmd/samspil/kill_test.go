package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"samspil/internal/crm"
	"samspil/store"
	"samspil/store/storetest"
)

const (
	killRounds = 12
	logsARound = 500
	killWithin = 900 * time.Millisecond // after the first receipt; a whole round takes longer
	killNow    = "2026-11-23 10:00"
)

// TestKilledAtAnyMoment ends the program by SIGKILL while it logs contacts, again and again on the same database.
// What was acknowledged must be there, and nothing may be there twice.
func TestKilledAtAnyMoment(t *testing.T) {
	rounds := killRounds
	if testing.Short() {
		rounds = 3
	}
	program := filepath.Join(t.TempDir(), "samspil")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	storetest.EachEmpty(t, func(t *testing.T, url string) {
		seed := rand.Uint64()
		t.Logf("seed %d", seed)
		random := rand.New(rand.NewPCG(seed, 0))
		k := killer{program: program, url: url}
		k.run(t, nil, 0) // fills the demo
		acknowledged := map[string]bool{}
		for round := range rounds {
			lines := logLines(round)
			for _, token := range k.run(t, lines, time.Duration(random.Int64N(int64(killWithin)))) {
				acknowledged[token] = true
			}
		}
		if len(acknowledged) < rounds {
			t.Fatalf("only %d receipts in %d rounds", len(acknowledged), rounds)
		}
		stored := storedTokens(t, url)
		t.Logf("%d receipts, %d contacts", len(acknowledged), len(stored))
		for token := range acknowledged {
			if stored[token] == 0 {
				t.Errorf("%s was acknowledged and is not there", token)
			}
		}
		for token, n := range stored {
			if n > 1 {
				t.Errorf("%s is there %d times", token, n)
			}
		}
		if extra := len(stored) - len(acknowledged); extra > rounds {
			t.Errorf("%d contacts nobody got a receipt for; at most one a round was on its way", extra)
		}
	})
}

var demoCVRs = []string{"99000007", "99001941", "99002913", "99004851", "99005823", "99007761"}

// logLines is a round's script: each line has a word of its own in its note.
func logLines(round int) []string {
	lines := make([]string, logsARound)
	for i := range lines {
		lines[i] = fmt.Sprintf("/visit %s i går telefon note-token-%05d", demoCVRs[i%len(demoCVRs)], round*logsARound+i)
	}
	return lines
}

type killer struct{ program, url string }

// run runs the console with these lines, kills it that long after the first receipt, and gives the words of the
// receipts it printed whole. Without lines it lets the program end by itself.
func (k killer) run(t *testing.T, lines []string, after time.Duration) []string {
	t.Helper()
	script := filepath.Join(t.TempDir(), "script")
	if err := os.WriteFile(script, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(k.program, "console", "--demo", "--db", k.url, "--as", "anna", "--now", killNow, "--json", "--script", script)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	tokens := receipts(t, stdout, func() { time.AfterFunc(after, func() { cmd.Process.Kill() }) })
	err = cmd.Wait()
	if lines == nil && err != nil {
		t.Fatalf("%v: %s", err, &stderr)
	}
	if stderr.Len() > 0 {
		t.Logf("it said: %s", &stderr)
	}
	return tokens
}

var tokenPattern = regexp.MustCompile(`note-token-\d{5}`)

// receipts reads replies to the end and gives the words of those that acknowledge a contact, which have a button
// to undo it. A last line without its end does not count. first is called at the first reply.
func receipts(t *testing.T, out io.Reader, first func()) []string {
	t.Helper()
	var tokens []string
	for r := bufio.NewReader(out); ; {
		line, err := r.ReadBytes('\n')
		if err != nil {
			return tokens
		}
		if first != nil {
			first()
			first = nil
		}
		var reply struct {
			Command string
			Error   *string
		}
		if err := json.Unmarshal(line, &reply); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		if reply.Error == nil && bytes.Contains(line, []byte(`"visit.undo"`)) {
			tokens = append(tokens, tokenPattern.FindString(reply.Command))
		} else {
			t.Errorf("not logged: %s", line)
		}
	}
}

// storedTokens counts the contacts by the word in their note.
func storedTokens(t *testing.T, url string) map[string]int {
	t.Helper()
	ctx := context.Background()
	st, err := store.Open(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	people, err := st.People(ctx)
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for _, p := range people {
		for _, c := range contactsOf(t, st, p) {
			if token := tokenPattern.FindString(c.Note); token != "" {
				counts[token]++
			}
		}
	}
	return counts
}

func contactsOf(t *testing.T, st *store.Store, p crm.Person) []crm.Contact {
	t.Helper()
	list, err := st.ContactsOfPerson(context.Background(), p, 10*killRounds*logsARound)
	if err != nil {
		t.Fatal(err)
	}
	return list
}
