package register

import (
	"cmp"
	"slices"
)

// match is an entry compared with a query, word by word.
type match struct {
	entry   entry
	score   float64 // 0 to 1
	asked   float32 // share of the query's words that the name has, by weight and likeness
	has     float32 // share of the name's words that the query has
	order   float32 // share of neighbouring pairs of matched words that stand in the same order
	glued   float32 // likeness without spaces
	least   float32 // likeness of the least like pair
	odd     bool    // a word with a digit has no counterpart
	other   bool    // a word that other names have exactly was taken for a different one
	lacks   bool    // a word of the query that is no place and no filler has no counterpart
	initial bool    // a single letter was taken for a word
	missing float32 // weight of the query's words without counterpart
	over    float32 // weight of the name's words without counterpart
	edits   float32 // letters that differ in paired words
	begins  bool    // the name begins with the query's first word
}

// pair is a word, or two, of the query and a word, or two, of the name.
type pair struct {
	i, j           int
	spanI, spanJ   int
	like           uint8
	wAsked, wNamed float32
}

// align pairs off the words of query and name, likest first.
func (x *nameIndex) align(q *question, e entry, s *scratch) match {
	words := x.wordsOf(e)
	pairs := x.pairs(q, words, s)
	slices.SortFunc(pairs, func(a, b pair) int {
		switch {
		case a.like != b.like:
			return int(b.like) - int(a.like)
		case a.wAsked+a.wNamed != b.wAsked+b.wNamed:
			return cmp.Compare(b.wAsked+b.wNamed, a.wAsked+a.wNamed)
		}
		return abs(a.i-a.j) - abs(b.i-b.j)
	})
	m := match{entry: e, least: 1}
	var takenAsked, takenNamed uint32
	var at [longestQuery]int
	for i := range at {
		at[i] = -1
	}
	var gotAsked, gotNamed float32
	for _, p := range pairs {
		bitsI, bitsJ := uint32(1<<p.spanI-1)<<p.i, uint32(1<<p.spanJ-1)<<p.j
		if takenAsked&bitsI != 0 || takenNamed&bitsJ != 0 {
			continue
		}
		takenAsked |= bitsI
		takenNamed |= bitsJ
		at[p.i] = p.j
		like := float32(p.like) / 100
		gotAsked += p.wAsked * like
		gotNamed += p.wNamed * like
		m.least = min(m.least, like)
		m.edits += (1 - like) * float32(len(q.words[p.i].text)) * float32(p.spanI) / 1.25
		if p.like < fullLikeness && p.spanI == 1 && q.words[p.i].known && len(q.words[p.i].text) > 1 {
			m.other = true
		}
		if p.like < fullLikeness && p.spanI == 1 && len(q.words[p.i].text) == 1 {
			m.initial = true
		}
	}
	x.judge(&m, q, words, takenAsked, takenNamed, gotAsked, gotNamed)
	m.order = sameOrder(at[:q.single])
	m.begins = at[0] == 0
	return m
}

// pairs are all pairs of words that are alike at all.
func (x *nameIndex) pairs(q *question, words []uint32, s *scratch) []pair {
	list := s.pairs[:0]
	for i := range q.words {
		w := &q.words[i]
		at, best := i, uint8(0)
		if w.span == 2 {
			at = i - q.single
		}
		for j, id := range words {
			like := s.like(x, q, i, id)
			if like < leastLikeness || w.span == 2 && like < 75 {
				continue
			}
			best = max(best, like)
			named := float32(x.weight[id])
			list = append(list, pair{at, j, w.span, 1, like, w.weight, named})
		}
		if w.span == 1 && best < 85 && len(w.text) >= 5 && !w.digits {
			list = x.apart(list, w, i, words, s)
		}
	}
	s.pairs = list
	return list
}

// apart adds the pairs of a word with two neighbouring ones of the name that it may be written together from.
func (x *nameIndex) apart(list []pair, w *askedWord, i int, words []uint32, s *scratch) []pair {
	for j := 0; j+1 < len(words); j++ {
		a, b := x.word(words[j]), x.word(words[j+1])
		if abs(len(a)+len(b)-len(w.text)) > 2 || class[a[0]] != class[w.text[0]] {
			continue
		}
		s.joined = append(append(s.joined[:0], a...), b...)
		joined := string(s.joined)
		like := likeness(w.text, joined, w.mask, letterMask(joined))
		if like >= 75 {
			named := float32(x.weight[words[j]]) + float32(x.weight[words[j+1]])
			list = append(list, pair{i, j, 1, 2, like, w.weight, named})
		}
	}
	return list
}

// judge works out the shares from what was paired off.
func (x *nameIndex) judge(m *match, q *question, words []uint32, takenAsked, takenNamed uint32, gotAsked, gotNamed float32) {
	var whole, named float32
	for i, w := range q.words[:q.single] {
		if takenAsked&(1<<i) != 0 {
			whole += w.weight
			continue
		}
		whole += w.weight * w.missing
		m.missing += w.weight * w.missing
		m.odd = m.odd || w.digits && w.missing == 1
		m.lacks = m.lacks || w.missing > 0.5
	}
	for j, id := range words {
		weight := float32(x.weight[id])
		switch {
		case takenNamed&(1<<j) != 0:
			named += weight
		case j >= int(x.core[m.entry]):
			named += weight * ownerMissing
		default:
			named += weight
			m.over += weight
			m.odd = m.odd || hasDigit(x.word(id))
		}
	}
	if whole > 0 && named > 0 {
		m.asked, m.has = gotAsked/whole, gotNamed/named
	}
	m.asked, m.has = min(m.asked, 1), min(m.has, 1)
}

// sameOrder is the share of neighbouring matched words that follow each other in the name too.
func sameOrder(at []int) float32 {
	last, pairs, right := -1, 0, 0
	for _, j := range at {
		if j < 0 {
			continue
		}
		if last >= 0 {
			pairs++
			if j > last {
				right++
			}
		}
		last = j
	}
	if pairs == 0 {
		return 1
	}
	return float32(right) / float32(pairs)
}
