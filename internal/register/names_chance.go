package register

import "math"

// featureCount is the number of features the chance is worked out from.
const featureCount = 19

// feature is what a hit looks like, in numbers.
type feature [featureCount]float64

// The features that count companies of the same name.
const (
	featureShared = 12
	featureAlike  = 17
)

// unshared is the feature as if no other company had the name: what is left is the chance that the name is meant.
func (f feature) unshared() feature {
	f[featureShared], f[featureAlike] = 0, 0
	return f
}

// features describe a hit beside its rivals; the margin is to the best hit of another name.
func (h *hit) features(hits []hit, place int, q *question) feature {
	margin := 0.0
	next := 0.0
	var alike, longer float64 // companies of the same name at all, and whose names have all the query's words too
	for i := range hits {
		switch r := &hits[i]; {
		case r.cvr == h.cvr:
		case r.core == h.core:
			alike++
		default:
			next = max(next, r.score)
			longer += one(r.asked >= h.asked-0.02)
		}
	}
	margin = h.score - next
	most := float64(h.from.most)
	told := float64(h.asked) * float64(q.total) / most
	shared := h.sharing(hits)
	return feature{
		1, float64(h.asked), float64(h.has), float64(h.least), float64(h.glued), max(-0.3, min(margin, 0.3)),
		one(h.other), one(h.odd), one(h.initial), float64(h.missing) / most, float64(h.over) / most,
		min(told, 3), math.Log1p(float64(shared)) * one(!h.singled(hits, q)), one(h.contradicts(q)),
		float64(min(h.edits, 5)), max(0, float64(h.missing)-0.05*most) / most * float64(h.over) / most, one(h.least < 0.62),
		math.Log1p(alike), math.Log1p(longer),
	}
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// chances are the weights of the features in the chance, fitted by logistic regression on queries that the tests'
// misspeller made.
var chances = feature{-1.322, 2.066, 1.816, -1.160, 1.094, 2.446, -0.459, 1.309, 1.202, -0.434, -3.299, 0.644, -1.968, -1.277,
	-1.470, -2.757, -1.204, -0.893, -0.549}

func chance(f feature) float64 {
	sum := 0.0
	for i, w := range chances {
		sum += w * f[i]
	}
	return 1 / (1 + math.Exp(-sum))
}
