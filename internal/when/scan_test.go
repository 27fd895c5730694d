package when

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// monday is the reference moment of the sample sentences: Monday of ISO week 48.
var monday = time.Date(2026, 11, 23, 10, 0, 0, 0, Copenhagen)

// show writes what was found in short, for tables: "Text=2026-11-20", spans as from..to with a letter for the
// precision, "?" and the candidates when ambiguous, times as 09:30-10:00, lengths as 90m.
func show(es []Expr) string {
	var out []string
	for _, e := range es {
		out = append(out, e.Text+"="+showOne(e))
	}
	return strings.Join(out, " | ")
}

func showOne(e Expr) string {
	switch e.Kind {
	case KindLength:
		return fmt.Sprintf("%dm", e.Minutes)
	case KindClock:
		s := fmt.Sprintf("%02d:%02d", e.Clock/60, e.Clock%60)
		if e.ClockEnd >= 0 {
			s += fmt.Sprintf("-%02d:%02d", e.ClockEnd/60, e.ClockEnd%60)
		}
		return s
	}
	s := e.From.String()
	if e.Precision != PrecisionDay {
		s += ".." + e.To.String() + " " + [...]string{"", "day", "week", "third", "month", "quarter", "season", "half", "year", "span"}[e.Precision]
	}
	if e.Ambiguous {
		s += " ?"
		for i, c := range e.Candidates {
			if i > 0 {
				s += ","
			}
			s += c.String()
		}
	}
	return s
}

type scanCase struct {
	in   string
	want string
}

// checkScan runs Scan over a table at one moment and compares what show writes.
func checkScan(t *testing.T, now time.Time, hint Direction, cases []scanCase) {
	t.Helper()
	for _, c := range cases {
		if got := show(Scan(c.in, now, hint)); got != c.want {
			t.Errorf("Scan(%q)\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}
