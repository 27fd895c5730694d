package crm

import (
	"cmp"
	"slices"
)

// Guarded says which rows of a breakdown may be shown. Rows that are hidden look alike, whether they are small or hidden
// so that a small one cannot be worked out.
type Guarded struct {
	Hidden  []bool
	Nothing bool // no row can be shown without telling a hidden one
}

// Guard hides the small rows of a breakdown whose sum the reader knows, and as many more that the hidden ones cannot be
// worked out as what is left of the sum. What is the reader's own in a
// row they know.
func Guard(rows []Count) Guarded {
	g := Guarded{Hidden: make([]bool, len(rows))}
	hidden, rest := 0, 0
	hide := func(i int) {
		g.Hidden[i] = true
		hidden, rest = hidden+1, rest+rows[i].Others()
	}
	for i, r := range rows {
		if r.Small() {
			hide(i)
		}
	}
	// One hidden row is the rest itself; rows that are known to be at least 1 are all 1 when the rest is their number.
	for hidden > 0 && (hidden == 1 || rest == hidden) {
		i := smallestShown(rows, g.Hidden)
		if i < 0 {
			g.Nothing = true
			return g
		}
		hide(i)
	}
	return g
}

// smallestShown is the row with the fewest of others that is not hidden, -1 for none.
func smallestShown(rows []Count, hidden []bool) int {
	best := -1
	for i, r := range rows {
		if !hidden[i] && r.Others() > 0 && (best < 0 || r.Others() < rows[best].Others()) {
			best = i
		}
	}
	return best
}

// GuardCells is Guard for both periods of a breakdown: a row that is hidden in one is hidden in that one only.
func GuardCells(cells []Cell) (now, before Guarded) {
	counts := func(of func(Cell) Count) []Count {
		list := make([]Count, len(cells))
		for i, c := range cells {
			list[i] = of(c)
		}
		return list
	}
	return Guard(counts(func(c Cell) Count { return c.Now })), Guard(counts(func(c Cell) Count { return c.Before }))
}

// SortCells puts the largest first, by key where they are equal. Whoever shows them puts the hidden ones last, by name:
// their place must not tell which is larger.
func SortCells(cells []Cell) {
	slices.SortFunc(cells, func(a, b Cell) int {
		return cmp.Or(b.Now.N-a.Now.N, b.Before.N-a.Before.N, cmp.Compare(a.Key, b.Key))
	})
}
