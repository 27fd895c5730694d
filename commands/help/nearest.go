package help

import "samspil/commands"

// nearest is the command word most like the misspelt one, "" when none is close enough to be meant.
func nearest(word string, features []commands.Feature) string {
	best, least := "", len([]rune(word))/3+2
	for _, f := range features {
		for _, w := range append(append([]string{}, f.Words...), f.Also...) {
			if d := distance([]rune(word), []rune(w)); d < least {
				best, least = w, d
			}
		}
	}
	return best
}

// distance counts insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
func distance(a, b []rune) int {
	if len(a) > 40 {
		return len(a) // no command word is nearly as long
	}
	before, last := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}
