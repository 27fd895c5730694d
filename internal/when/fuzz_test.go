package when

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"samspil/internal/timing"
)

// seeds are sentences of every subject, and the beginnings of inputs that must not be slow.
var seeds = []string{
	"/besøg Lolland Betonelementer 20/11 rekruttering 12 struktører, følger op i uge 50",
	"book visit next week wed 10am", "i fredags kl. 9.30-11", "senest i foråret 2014", "ultimo feb", "tors uge 47",
	"fra 1.1.24 til nu", "2026 vs 2025", "uge 40-48", "siden sommer", "sidste 30 dage", "Q3 2025", "1.-3. kvartal",
	"halv ti", "kvart over ni", "2½ time", "1t 30m", "an hour and a half", "om 14 dage", "for 999 år siden",
	"3. og 4. december", "Dec 3-5", "jan 27", "29/2", "uge 53", "efter nytår", "vinteren 2026/27", "24/7", "d.d.",
	"<https://x.dk/2026-12-03|3/12>", "a@b.dk 3/12", "\xff\xfe3/12\xff", "I GA\u030aR", "3\u00a0/12", "uge\u00a050\u201352",
	"wed", "1/1/1/1/1/1", "<a<a<a<a", "om om om om om", "3.3.3.3.3.3", "i i i i i i", "----", "\u030a\u030a",
}

var moments = []time.Time{
	monday,
	time.Date(2026, 12, 31, 23, 59, 0, 0, Copenhagen),
	time.Date(2027, 1, 1, 0, 30, 0, 0, Copenhagen),
	time.Date(2027, 3, 28, 3, 0, 0, 0, Copenhagen),
	time.Date(2028, 2, 29, 12, 0, 0, 0, time.UTC),
	time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC),
	time.Date(9999, 12, 31, 22, 0, 0, 0, time.UTC),
}

func FuzzScan(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, byte(i), byte(i%3))
	}
	f.Fuzz(func(t *testing.T, s string, moment, hint byte) {
		now, dir := moments[int(moment)%len(moments)], Direction(hint%3)
		checkExprs(t, s, Scan(s, now, dir))
		checkExprs(t, s, ScanPeriods(s, now))
		if e, ok := Parse(s, now, dir); ok {
			checkExprs(t, s, []Expr{e})
		}
		if len(s) > 0 {
			long := strings.Repeat(s, 1+2048/len(s))
			checkExprs(t, long, Scan(long, now, dir))
			most := time.Duration(len(long)) * 50 * time.Microsecond // five times 1 ms for 100 bytes: fuzzing slows the code
			if took := timing.Best(most, func() { Scan(long, now, dir) }); took > most {
				t.Errorf("%d bytes took %v, at most %v", len(long), took, most)
			}
		}
	})
}

func FuzzParsePeriod(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, byte(i))
	}
	f.Fuzz(func(t *testing.T, s string, moment byte) {
		es, ok := ParsePeriod(s, moments[int(moment)%len(moments)])
		if ok != (len(es) > 0) {
			t.Errorf("ok is %v with %d periods", ok, len(es))
		}
		checkExprs(t, s, es)
	})
}

// checkExprs checks what holds for every result whatever the text.
func checkExprs(t *testing.T, s string, es []Expr) {
	t.Helper()
	end := 0
	for _, e := range es {
		if e.Start < end || e.End <= e.Start || e.End > len(s) || s[e.Start:e.End] != e.Text {
			t.Fatalf("offsets %d-%d after %d with text %q in %q", e.Start, e.End, end, e.Text, s)
		}
		if utf8.ValidString(s) && !utf8.ValidString(e.Text) {
			t.Fatalf("%q cuts a character of %q", e.Text, s)
		}
		end = e.End
		switch e.Kind {
		case KindDate:
			checkDate(t, e)
		case KindClock:
			if e.Clock < 0 || e.Clock > 1439 || e.ClockEnd != -1 && (e.ClockEnd <= e.Clock || e.ClockEnd > 1439) {
				t.Fatalf("clock %d-%d in %q", e.Clock, e.ClockEnd, e.Text)
			}
		case KindLength:
			if e.Minutes <= 0 {
				t.Fatalf("length %d in %q", e.Minutes, e.Text)
			}
		default:
			t.Fatalf("kind %d in %q", e.Kind, e.Text)
		}
	}
}

func checkDate(t *testing.T, e Expr) {
	t.Helper()
	for _, d := range append([]Date{e.From, e.To}, e.Candidates...) {
		if _, ok := NewDate(d.Year, d.Month, d.Day); !ok {
			t.Fatalf("%q gives the day %v", e.Text, d)
		}
	}
	if e.To.Before(e.From) || e.Precision < PrecisionDay || e.Precision > PrecisionSpan ||
		e.Precision == PrecisionDay && e.From != e.To || e.Ambiguous != (len(e.Candidates) > 1) {
		t.Fatalf("%q gives %s to %s, precision %d, candidates %v", e.Text, e.From, e.To, e.Precision, e.Candidates)
	}
	for i := 1; i < len(e.Candidates); i++ {
		if !e.Candidates[i-1].Before(e.Candidates[i]) {
			t.Fatalf("%q gives candidates out of order: %v", e.Text, e.Candidates)
		}
	}
}

// TestLongInputs runs inputs of 50,000 bytes made of one piece: a matcher that looks further than a few tokens
// takes seconds on some of them.
func TestLongInputs(t *testing.T) {
	pieces := append([]string{"<", "<a:", "om 100 hverdage ", "a", "1", "æ", "\u030a", "fredag uge ", "@", "x@", " ", "\n",
		"kl 9-", "fra 1/1 til ", "siden ", "1-", "jan-", "i den på til sidste ", "\xff"}, seeds...)
	for _, piece := range pieces {
		s := strings.Repeat(piece, timing.Some(50_000)/len(piece))
		const most = 500 * time.Millisecond
		if took := timing.Best(most, func() { checkExprs(t, s, Scan(s, monday, Nearest)) }); took > most {
			t.Errorf("Scan of %q repeated to %d bytes took %v", piece, len(s), took)
		}
		if took := timing.Best(most, func() { checkExprs(t, s, ScanPeriods(s, monday)) }); took > most {
			t.Errorf("ScanPeriods of %q repeated to %d bytes took %v", piece, len(s), took)
		}
	}
}
