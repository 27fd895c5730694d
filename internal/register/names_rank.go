package register

import (
	"cmp"
	"slices"
)

// reranked is how many entries of the first round are compared word by word, finest how many of them letter by letter.
const (
	reranked = 120
	finest   = 16
)

// rank gives the best entries for a query, best first; the list is the scratch's.
func (x *nameIndex) rank(q *question, s *scratch) []match {
	if q.single == 0 || x.size() == 0 {
		return nil
	}
	s.fit(len(x.weight))
	list := s.ranked[:0]
	for _, c := range x.collect(*q, s, reranked) {
		m := x.align(q, c.entry, s)
		x.rate(&m, q)
		list = append(list, m)
	}
	x.sort(list)
	for i := range list[:min(len(list), finest)] {
		x.compareGlued(&list[i], q, s)
		x.rate(&list[i], q)
	}
	x.sort(list)
	s.ranked = list
	return list
}

func (x *nameIndex) sort(list []match) {
	slices.SortFunc(list, func(a, b match) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.entry, b.entry))
	})
}

func (x *nameIndex) compareGlued(m *match, q *question, s *scratch) {
	s.joined = s.joined[:0]
	for _, id := range x.wordsOf(m.entry) {
		s.joined = append(s.joined, x.word(id)...)
	}
	a, b := q.glued, string(s.joined)
	longer := min(max(len(a), len(b)), longestWord)
	m.glued = max(0.01, 1-1.25*float32(distance(a, b, longer*costPlain))/float32(longer*costPlain))
}

// rate gives the score by which entries are ordered.
func (x *nameIndex) rate(m *match, q *question) {
	glued := m.glued
	if glued == 0 {
		glued = min(m.asked, m.has)
	}
	score := 0.5*m.asked + 0.28*m.has + 0.06*m.order + 0.16*glued
	if m.odd {
		score -= 0.04
	}
	score += x.evidence(m.entry, q)
	m.score = float64(max(0, min(1, score)))
}

// evidence is what place, legal form and life of the company add.
func (x *nameIndex) evidence(e entry, q *question) (sum float32) {
	if x.agreesInPlace(e, q) {
		sum += 0.03
	}
	if q.form != "" {
		if x.forms[x.form[e]] == q.form {
			sum += 0.012
		} else {
			sum -= 0.003
		}
	}
	if x.marks[e]&markEnded != 0 {
		sum -= 0.01
	}
	if x.marks[e]&(markFormer|markSecondary) != 0 {
		sum -= 0.004
	}
	return sum
}

func (x *nameIndex) agreesInPlace(e entry, q *question) bool {
	return x.town[e] != 0 && slices.Contains(q.towns, x.town[e]) || x.place[e] != 0 && slices.Contains(q.places, int(x.place[e]))
}
