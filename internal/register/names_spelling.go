package register

import "slices"

// Costs of edits in twentieths of a plain one. They were set by hand from how Danish is misheard, mistyped and misread; no list of queries
// was used.
const (
	costPlain     = 20
	costHeard     = 9  // d for t, b for p, g for k, i for y, e for æ
	costVowel     = 14 // another vowel
	costKey       = 15 // the key beside
	costSeen      = 10 // 0 for o, 1 for l
	costDoubled   = 7  // a letter written twice, or once instead of twice
	costSilent    = 13 // h, d, e
	costSwapped   = 12 // two neighbours in the wrong order
	longestWord   = 40 // letters compared; the rest of a longer word is not
	noLikeness    = 0  // not similar
	fullLikeness  = 100
	leastLikeness = 42
)

var substitution = func() (t [classes][classes]uint8) {
	for a := range t {
		for b := range t[a] {
			if a != b {
				t[a][b] = costPlain
			}
		}
	}
	lower := func(pairs []string, cost uint8) {
		for _, p := range pairs {
			for i := range len(p) {
				for j := range len(p) {
					a, b := class[p[i]], class[p[j]]
					t[a][b] = min(t[a][b], cost)
				}
			}
		}
	}
	lower([]string{"aeiouy"}, costVowel)
	lower([]string{"qw", "we", "er", "rt", "ty", "yu", "ui", "io", "op", "as", "sd", "df", "fg", "gh", "hj", "jk", "kl", "zx", "xc", "cv", "vb", "bn", "nm",
		"qa", "ws", "ed", "rf", "tg", "yh", "uj", "ik", "ol", "az", "sx", "dc", "fv", "gb", "hn", "jm"}, costKey)
	lower([]string{"dt", "bp", "gk", "ck", "cs", "sz", "vw", "iy", "ij", "ae", "ei", "ou", "mn", "fv", "kq", "uv"}, costHeard)
	lower([]string{"0o", "1l", "1i", "il", "5s", "8b", "2z", "6g"}, costSeen)
	return t
}()

// omission is what it costs to leave out word[i].
func omission(word string, i int) int {
	switch c := word[i]; {
	case i > 0 && word[i-1] == c:
		return costDoubled
	case c == 'h' || c == 'd' || c == 'e':
		return costSilent
	}
	return costPlain
}

// distance is the least cost of making one word of the other by leaving out, adding, replacing and swapping
// letters; anything above limit is given as limit+1.
func distance(a, b string, limit int) int {
	a, b = a[:min(len(a), longestWord)], b[:min(len(b), longestWord)]
	var rows [3][longestWord + 1]int
	for j := 1; j <= len(b); j++ {
		rows[0][j] = rows[0][j-1] + omission(b, j-1)
	}
	before, last, row := &rows[2], &rows[0], &rows[1]
	for i := 1; i <= len(a); i++ {
		out := omission(a, i-1)
		row[0] = last[0] + out
		least := row[0]
		costs := &substitution[class[a[i-1]]]
		for j := 1; j <= len(b); j++ {
			cost := min(last[j-1]+int(costs[class[b[j-1]]]), last[j]+out, row[j-1]+omission(b, j-1))
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cost = min(cost, before[j-2]+costSwapped)
			}
			row[j] = cost
			least = min(least, cost)
		}
		if least > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], limit+1)
}

// likeness is how alike two different words are spelt, 0 to 100; noLikeness below leastLikeness. Words with digits
// are alike only when equal.
func likeness(a, b string, maskA, maskB uint64) uint8 {
	if a == b {
		return fullLikeness
	}
	longer := min(max(len(a), len(b)), longestWord)
	limit := (100 - leastLikeness) * longer * costPlain / 125
	if unlike(maskA, maskB)*costDoubled > limit || abs(len(a)-len(b))*costDoubled > limit || (maskA|maskB)>>26&0x3ff != 0 {
		return noLikeness
	}
	d := distance(a, b, limit)
	if d > limit {
		return noLikeness
	}
	return uint8(100 - 125*d/(longer*costPlain))
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// wordLikeness is likeness for a word of a query against a word of a name: it also knows beginnings, ends,
// initials, and, where the writer put a point behind it, abbreviations.
func wordLikeness(asked askedWord, word string, mask uint64) uint8 {
	q := asked.text
	best := likeness(q, word, asked.mask, mask)
	switch {
	case best == fullLikeness:
		return best
	case slices.Contains(asked.long, word) || asked.span == 1 && abbreviates(word, q):
		return max(best, 94)
	case asked.digits || asked.span == 2 && !asked.last:
		return best
	case len(word) > len(q) && word[:len(q)] == q:
		return max(best, beginning(asked, word))
	case len(q) > len(word) && q[:len(word)] == word && !hasDigit(word):
		switch {
		case len(word) == 1:
			return max(best, 50)
		case len(word) >= 3:
			return max(best, uint8(45+45*len(word)/len(q)))
		}
	case len(word) > len(q) && len(q) >= 4 && word[len(word)-len(q):] == q:
		return max(best, uint8(40+45*len(q)/len(word)))
	case len(q) > len(word) && len(word) >= 4 && q[len(q)-len(word):] == word:
		return max(best, uint8(40+45*len(word)/len(q)))
	}
	return best
}

func beginning(asked askedWord, word string) uint8 {
	share := 45 * len(asked.text) / len(word)
	switch {
	case asked.last:
		return uint8(85 + share/4)
	case asked.cut && len(asked.text) >= 2:
		return uint8(75 + share/3)
	case len(asked.text) == 1:
		return 50
	case len(asked.text) == 2:
		return uint8(42 + share/2)
	}
	return uint8(48 + share)
}
