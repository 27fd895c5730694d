package when

import "strings"

// Cue words before an expression. A strong cue outdoes the caller's hint; a weak one counts only when the caller
// knows nothing, since "by" is also a town and "før" may tell of the past.
var (
	strongFuture = words("senest frist fristen deadline deadlinen due")
	weakFuture   = words("inden by before until indtil foer") // "før", but not as "for"
	strongPast   = words("siden since")
	// cueFiller may stand between the cue and the date: "frist: d. 3/12", "deadline is on Friday".
	cueFiller = words(": den d . er is på on the til to of af be med udgangen end")
)

// cueBefore reads at most five tokens back from token i.
func (p *parser) cueBefore(i int) Direction {
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		t := p.tok(k)
		switch {
		case t.kind == tokWord && p.strongFuture(k):
			return Future
		case p.word(k, strongPast):
			return Past
		case p.word(k, weakFuture):
			if p.hint == Nearest {
				return Future
			}
			return Nearest
		case !cueFiller[t.norm] || t.norm == "." && !p.is(k-1, "d"):
			return Nearest
		}
	}
	return Nearest
}

func (p *parser) strongFuture(k int) bool {
	n := p.tok(k).norm
	return strongFuture[n] || strings.HasSuffix(n, "frist") || strings.HasSuffix(n, "fristen") || // "høringsfrist"
		n == "than" && p.is(k-1, "later") || n == "end" && p.is(k-1, "senere")
}

func (p *parser) isCue(i int) bool {
	return p.tok(i).kind == tokWord && (p.strongFuture(i) || weakFuture[p.tok(i).norm] || strongPast[p.tok(i).norm])
}

// prefix is what stood before a date and belongs to it.
type prefix struct {
	in   bool // "i", "in"
	onDa bool // "på", which points ahead
	onEn bool // "on", which does not
	the  bool // "den", "d.", "the"
	to   bool // "til", only for seasons: elsewhere it joins two dates
	last bool
	next bool
	this bool
}

// prefix reads at most three small words before a date.
func (p *parser) prefix(i int) (pre prefix, next int) {
	j := i
	for ; j < i+4; j++ {
		n := p.tok(j).norm
		switch {
		case p.tok(j).kind != tokWord:
			return p.checked(pre, i, j)
		case n == "i" || n == "in" || n == "during" || n == "hele":
			pre.in = true
		case n == "paa" || n == "pa":
			pre.onDa = true
		case n == "on":
			pre.onEn = true
		case n == "til" && j == i:
			pre.to = true
		case n == "d":
			pre.the = true
			if p.mark(j+1, ".") {
				j++
			}
		case theWords[n]:
			pre.the = true
		case lastWords[n]:
			pre.last = true
		case nextWords[n]:
			pre.next = true
		case thisWords[n]:
			pre.this = true
		case n == "nu" && p.is(j+1, "paa"):
		default:
			return p.checked(pre, i, j)
		}
	}
	return p.checked(pre, i, j)
}

// checked drops prefixes that are written together with the number after them ("d3").
func (p *parser) checked(pre prefix, i, j int) (prefix, int) {
	if j > i && p.tok(j).glued && p.tok(j-1).kind == tokWord {
		return prefix{}, i
	}
	return pre, j
}

// own is the direction that the prefix itself states.
func (pre prefix) own() Direction {
	switch {
	case pre.last:
		return Past
	case pre.next, pre.onDa:
		return Future
	}
	return Nearest
}

// ranked reports "last", "next" or "this".
func (pre prefix) ranked() bool { return pre.last || pre.next || pre.this }
