package crm

import (
	"math/rand/v2"
	"testing"

	"samspil/internal/when"
)

// Whoever knows the sum, their own part and that hidden rows hold at least one cannot work out any hidden row.
func TestGuardLeavesNoRowToBeWorkedOut(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 5))
	for range 20_000 {
		rows := make([]Count, 1+rnd.IntN(6))
		sum := Count{}
		for i := range rows {
			own := rnd.IntN(3)
			rows[i] = Count{N: own + rnd.IntN(7), Own: own}
			sum = sum.Add(rows[i])
		}
		g := Guard(rows)
		if sum.Small() || g.Nothing { // then the sum, or every row, is not told
			continue
		}
		hidden, rest := 0, sum.Others()
		for i, r := range rows {
			switch {
			case g.Hidden[i]:
				hidden++
			case r.Small():
				t.Fatalf("%v shows a small row", rows)
			default:
				rest -= r.Others()
			}
		}
		if hidden == 1 || hidden > 0 && rest == hidden {
			t.Fatalf("%v hides %v: %d rows share %d", rows, g.Hidden, hidden, rest)
		}
	}
}

func TestGuard(t *testing.T) {
	for _, c := range []struct {
		others []int
		hidden []bool
		none   bool
	}{
		{[]int{5, 8}, []bool{false, false}, false},
		{[]int{0, 8}, []bool{false, false}, false},
		{[]int{2, 8, 5}, []bool{true, false, true}, false},
		{[]int{1, 1, 9, 4}, []bool{true, true, false, true}, false},
		{[]int{2, 1, 9}, []bool{true, true, false}, false},
		{[]int{2}, []bool{true}, true},
	} {
		var rows []Count
		for _, n := range c.others {
			rows = append(rows, Count{N: n + 2, Own: 2})
		}
		g := Guard(rows)
		for i := range rows {
			if g.Hidden[i] != c.hidden[i] || g.Nothing != c.none {
				t.Errorf("%v: %+v", c.others, g)
				break
			}
		}
	}
}

func TestPeriodBefore(t *testing.T) {
	for _, c := range [][4]string{
		{"2026-11-01", "2026-11-30", "2026-10-01", "2026-10-31"},
		{"2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28"},
		{"2027-01-01", "2027-12-31", "2026-01-01", "2026-12-31"},
		{"2026-01-01", "2026-03-31", "2025-10-01", "2025-12-31"},
		{"2026-11-09", "2026-11-15", "2026-11-02", "2026-11-08"},
	} {
		p := Period{when.MustISO(c[0]), when.MustISO(c[1])}
		before := p.Before()
		if want := (Period{when.MustISO(c[2]), when.MustISO(c[3])}); before != want || before.After() != p {
			t.Errorf("%v: before %v, and after that %v", p, before, before.After())
		}
	}
	if got := LastOfMonth(when.MustISO("2028-02-10")); got != when.MustISO("2028-02-29") {
		t.Error(got)
	}
}
