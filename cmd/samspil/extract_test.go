package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"samspil/internal/crm"
	"samspil/internal/document"
	"samspil/internal/document/documenttest"
	"samspil/internal/text"
)

// extractor makes Readers whose children are the program, which it builds.
func extractor(t *testing.T) (reader func(document.Limits) *document.Reader, program string) {
	t.Helper()
	folder := t.TempDir()
	program = filepath.Join(folder, "samspil")
	cache := filepath.Join(folder, "cache")
	for _, args := range [][]string{{"go", "build", "-o", program, "."}, {program, "extract", "--warm", "--cache", cache}} {
		if out, err := exec.CommandContext(t.Context(), args[0], args[1:]...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	return func(limits document.Limits) *document.Reader {
		return document.NewReader(limits, cache, program, "extract", "--cache="+cache)
	}, program
}

// leftAlone: a child whose parent is gone, and whose file never ends, ends itself.
func leftAlone(t *testing.T, program string) {
	c := exec.CommandContext(t.Context(), program, "extract", "--time=100ms")
	c.Dir, c.Env = t.TempDir(), []string{"LANG=C"}
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := in.Write([]byte("%PDF-1.7\n")); err != nil {
		t.Fatal(err)
	}
	failed, ok := errors.AsType[*exec.ExitError](c.Wait())
	if !ok || failed.ExitCode() != document.ExitSlow {
		t.Errorf("ended with %v", failed)
	}
}

// TestExtract reads files as the bot does, through the program as it is built.
func TestExtract(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	reader, program := extractor(t)
	t.Run("left alone", func(t *testing.T) { leftAlone(t, program) })
	t.Run("cost", func(t *testing.T) { extractCost(t, reader(document.DefaultLimits)) })
	limits := document.DefaultLimits
	limits.Time = 12 * time.Second
	for name, content := range hostile() {
		t.Run(name, func(t *testing.T) { extractHostile(t, reader(limits), limits, content()) })
	}
}

// mostGrowth is how many bytes of memory reading a file may cost the process that asks.
const mostGrowth = 150 << 20

// twentyPages is a PDF like a long application.
func twentyPages() []byte {
	p := documenttest.NewPDF()
	for page := range 20 {
		lines := []string{"Ansøgning om støtte: Fyrtårn Femern"}
		for n := range 42 {
			lines = append(lines, fmt.Sprintf("%d.%d Projektet ansøger om 4.200.%03d kr. til opkvalificering af ledige i regionen", page, n, n))
		}
		p.Page(documenttest.Lines(append(lines, fmt.Sprintf("Side %d af 20", page+1))...))
	}
	return p.Bytes()
}

// extractCost: a PDF of 20 pages takes under 1.5 seconds once the reader is prepared, and under 150 MiB of the
// process that asks, as does the largest file there may be.
func extractCost(t *testing.T, r *document.Reader) {
	content := twentyPages()
	const most = 1500 * time.Millisecond
	best := time.Hour
	growth := memoryGrowth(t, func() {
		for range 5 {
			begin := time.Now()
			d, err := r.Read(t.Context(), "ansøgning.pdf", content)
			if err != nil || len(d.Pages) != 20 || !strings.Contains(d.Pages[19].Text, "19.41 Projektet ansøger om 4.200.041 kr.") {
				t.Fatalf("%d pages, %v", len(d.Pages), err)
			}
			best = min(best, time.Since(begin))
		}
		large := append(content[:len(content):len(content)], make([]byte, document.DefaultLimits.Bytes-len(content))...)
		if _, err := r.Read(t.Context(), "stor.pdf", large); err != nil {
			t.Error(err)
		}
	})
	t.Logf("20 pages in %v, %d MiB more", best.Round(time.Millisecond), growth>>20)
	if best > most {
		t.Errorf("20 pages take %v", best)
	}
	if growth > mostGrowth {
		t.Errorf("%d MiB more", growth>>20)
	}
}

// memoryGrowth is how many bytes more of memory this process had while f ran, at most; 0 where the system does not tell.
func memoryGrowth(t *testing.T, f func()) int {
	t.Helper()
	before := memoryPeak()
	if os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) == nil { // the peak is counted from now on
		before = memoryPeak()
	}
	f()
	return memoryPeak() - before
}

func memoryPeak() int {
	status, _ := os.ReadFile("/proc/self/status")
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	kilobytes, _ := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(strings.SplitN(rest, "\n", 2)[0]), " kB"))
	return kilobytes << 10
}

// extractHostile: the file ends in time, with a document that is harmless or a sentence of its own.
func extractHostile(t *testing.T, r *document.Reader, limits document.Limits, content []byte) {
	begin := time.Now()
	var d document.Document
	var err error
	growth := memoryGrowth(t, func() { d, err = r.Read(t.Context(), "fil", content) })
	took := time.Since(begin)
	t.Logf("%v, %d MiB more here, %d pages, %d warnings: %v", took.Round(time.Millisecond), growth>>20, len(d.Pages), len(d.Warnings), err)
	failed := document.Sentence(errors.New("")).In(text.Danish)
	if e, ok := errors.AsType[*crm.Error](err); err != nil && (!ok || e.In(text.Danish) == failed) {
		t.Errorf("no sentence of its own: %v", err)
	}
	if took > limits.Time+2*time.Second {
		t.Errorf("took %v", took)
	}
	if growth > mostGrowth {
		t.Errorf("%d MiB more", growth>>20)
	}
	shownHarmlessly(t, d)
}

// shownHarmlessly fails where a document shows what was hidden in the hostile files, a CPR number or a command of Slack made
// of what they hold.
func shownHarmlessly(t *testing.T, d document.Document) {
	t.Helper()
	for _, p := range d.Pages {
		if strings.Contains(p.Text, secretWord) || strings.Contains(p.Text, secretCPR) {
			t.Errorf("page %d shows what it must not: %.300q", p.Number, p.Text)
		}
		if n := len(p.Text); n > 4*document.DefaultLimits.Runes {
			t.Errorf("%d bytes of text", n)
		}
	}
	for _, w := range d.Warnings {
		if s := w.In(text.Danish); strings.Contains(s, secretCPR) {
			t.Errorf("a warning shows a CPR number: %q", s)
		}
	}
}
