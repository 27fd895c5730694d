package document

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"samspil/internal/crm"
	"samspil/internal/document/documenttest"
	"samspil/internal/text"
)

// TestMain lets the test program be the child of a Reader; its first argument says how it behaves.
func TestMain(m *testing.M) {
	if len(os.Args) > 2 && os.Args[1] == "child" {
		child(os.Args[2])
		return
	}
	os.Exit(m.Run())
}

func child(behaviour string) {
	switch behaviour {
	case "good":
		content, _ := io.ReadAll(os.Stdin)
		d, err := Extract(context.Background(), content, DefaultLimits, func(context.Context, []byte, Limits) (Sheets, error) {
			return Sheets{Pages: []Leaf{{Text: strings.Join(append(os.Environ(), os.Args[3:]...), " ")}}}, nil
		})
		if Answer(os.Stdout, d, err) != nil {
			os.Exit(1)
		}
	case "deaf": // never reads, never ends
		select {}
	case "loud":
		for {
			if _, err := os.Stdout.WriteString(strings.Repeat("x", 1<<20)); err != nil {
				os.Exit(1)
			}
		}
	case "wrong":
		fmt.Print("<html>")
	case "nothing":
		fmt.Print("{}")
	default:
		code, _ := strconv.Atoi(behaviour)
		fmt.Fprintln(os.Stderr, "hemmelig tekst")
		os.Exit(code)
	}
}

func testReader(t *testing.T, behaviour string) *Reader {
	t.Helper()
	limits := DefaultLimits
	if behaviour == "deaf" {
		limits.Time = 300 * time.Millisecond
	}
	return NewReader(limits, t.TempDir(), os.Args[0], "child", behaviour)
}

var pdfFile = []byte("%PDF-1.7\n")

func TestReader(t *testing.T) {
	t.Setenv("SLACK_BOT_TOKEN", "xoxb-secret")
	r := testReader(t, "good")
	d, err := r.Read(t.Context(), "Ansøgning\n121290-1234.pdf", pdfFile)
	if err != nil {
		t.Fatal(err)
	}
	same(t, d.Name, "Ansøgning [CPR].pdf")
	if s := d.Pages[0].Text; strings.Contains(s, "xoxb") || !strings.Contains(s, "--pages=200") || !strings.Contains(s, "--time=45s") {
		t.Errorf("the child got %q", s)
	}
	d, err = r.Read(t.Context(), "x.pdf", documenttest.DOCX(wp(wr("Hej")), nil))
	if err != nil || d.Kind != DOCX || d.Pages[0].Text != "Hej" {
		t.Errorf("%+v, %v", d, err)
	}
	_, err = r.Read(t.Context(), "x", documenttest.DOCX("", nil))
	same(t, err.(*crm.Error).In(text.English), "There is no text in the file.")
}

// TestReaderFailures: whatever the child does, there is one sentence, nothing of the file in the error, and an end.
func TestReaderFailures(t *testing.T) {
	for behaviour, want := range map[string]Refusal{"deaf": Slow, "loud": Failed, "wrong": Failed, "nothing": Failed, "1": Failed, "2": Exhausted, "124": Slow} {
		t.Run(behaviour, func(t *testing.T) {
			_, err := testReader(t, behaviour).Read(t.Context(), "hemmelig", pdfFile)
			e, ok := errors.AsType[*crm.Error](err)
			if !ok {
				t.Fatalf("%v", err)
			}
			same(t, e.In(text.Danish), refusals[want].In(text.Danish))
			if strings.Contains(e.Error(), "hemmelig") {
				t.Errorf("the log would say %q", e.Error())
			}
		})
	}
}

func TestReaderWithoutChild(t *testing.T) {
	r := NewReader(DefaultLimits, t.TempDir(), "/does/not/exist")
	if _, err := r.Read(t.Context(), "x", pdfFile); !crm.IsKind(err, crm.Unavailable) {
		t.Errorf("%v", err)
	}
	if d, err := r.Read(t.Context(), "x", []byte("ren tekst")); err != nil || d.Pages[0].Text != "ren tekst" {
		t.Errorf("%+v, %v", d, err)
	}
	if _, err := r.Read(t.Context(), "x", make([]byte, DefaultLimits.Bytes+1)); !crm.IsKind(err, crm.Invalid) {
		t.Errorf("%v", err)
	}
}

// TestReaderStops: who asks may give up, while a child runs and while others are waited for.
func TestReaderStops(t *testing.T) {
	r := NewReader(DefaultLimits, t.TempDir(), os.Args[0], "child", "deaf")
	ctx, cancel := context.WithCancel(t.Context())
	var all sync.WaitGroup
	errs := make(chan error, 2*mostAtOnce)
	for range 2 * mostAtOnce {
		all.Go(func() {
			_, err := r.Read(ctx, "x", pdfFile)
			errs <- err
		})
	}
	for len(r.slots) < mostAtOnce { // until as many run as may
		select {
		case err := <-errs:
			t.Fatal(err)
		default:
			runtime.Gosched()
		}
	}
	cancel()
	all.Wait()
	for range 2 * mostAtOnce {
		if err := <-errs; !errors.Is(err, context.Canceled) {
			t.Errorf("%v", err)
		}
	}
	same(t, len(r.slots), 0)
}
