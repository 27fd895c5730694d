package followup

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"samspil/internal/when"
)

// mostDateWords is how many words one date has: "den første mandag i december 2026".
const mostDateWords = 6

var (
	numberWord  = regexp.MustCompile(`^#?[0-9]{1,9}$`)
	mentionWord = regexp.MustCompile(`^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>$`)
)

// reader takes away what it has understood.
type reader struct {
	now    time.Time
	tokens []string // as typed
	words  []string // as compared
	used   []bool
	out    asked
}

func (r *reader) verb() {
	for i, w := range r.words {
		a, ok := verbs[w]
		if w == "hand" && i+1 < len(r.words) {
			a, ok = actGive, true
		}
		if !ok {
			continue
		}
		if r.out.act != actList && r.out.act != a {
			r.out.act = actUnclear
			return
		}
		r.out.act, r.used[i] = a, true
		if takes[w] {
			r.out.to = "me"
		}
	}
}

func (r *reader) states() {
	for i, w := range r.words {
		if s := stateWords[w]; s != "" {
			r.out.state, r.used[i] = s, true
		}
		if allWords[w] {
			r.out.all, r.used[i] = true, true
		}
	}
}

func (r *reader) mention() {
	for i, t := range r.tokens {
		if m := mentionWord.FindStringSubmatch(strings.Trim(t, ",.:;!?")); m != nil && !r.used[i] {
			r.out.to, r.out.user, r.used[i] = m[1], true, true
			if i > 0 && toWords[r.words[i-1]] {
				r.used[i-1] = true
			}
		}
	}
}

// moveTarget is the date behind the last "til" that has one, else in a line without "alle" the only date there is.
func (r *reader) moveTarget() {
	for i := len(r.words) - 1; i >= 0; i-- {
		if !toWords[r.words[i]] || r.used[i] {
			continue
		}
		if e, n := r.dateAt(i + 1); n > 0 {
			r.out.target = e
			r.take(i, n+1)
			return
		}
	}
	if !r.out.all {
		r.period()
		r.out.target, r.out.period = r.out.period, nil
	}
}

// giveTarget is who stands behind the last "til".
func (r *reader) giveTarget() {
	if r.out.to != "" {
		return
	}
	for i := len(r.words) - 2; i >= 0; i-- {
		if toWords[r.words[i]] && !r.used[i] {
			r.out.to = strings.Trim(strings.Join(r.tokens[i+1:], " "), "@,.:;!? ")
			r.take(i, len(r.words)-i)
			return
		}
	}
}

// period is the longest date in what is left.
func (r *reader) period() {
	for i := range r.words {
		if e, n := r.dateAt(i); n > 0 {
			r.out.period = e
			r.take(i, n)
			return
		}
	}
}

// dateAt is the longest date that begins at that word. A bare number is none: it is a follow-up's.
func (r *reader) dateAt(i int) (*when.Expr, int) {
	for n := min(mostDateWords, len(r.words)-i); n > 0; n-- {
		if r.free(i, n) && (n > 1 || !numberWord.MatchString(r.words[i])) {
			e, ok := when.Parse(strings.Trim(strings.Join(r.tokens[i:i+n], " "), ",:;!?"), r.now, when.Future)
			if ok && e.Kind == when.KindDate {
				return &e, n
			}
		}
	}
	return nil, 0
}

func (r *reader) free(i, n int) bool {
	for k := i; k < i+n; k++ {
		if r.used[k] {
			return false
		}
	}
	return true
}

func (r *reader) take(i, n int) {
	for k := i; k < i+n; k++ {
		r.used[k] = true
	}
}

func (r *reader) numbers() {
	for i, w := range r.words {
		if !r.used[i] && numberWord.MatchString(w) {
			if id, err := strconv.ParseInt(strings.TrimPrefix(w, "#"), 10, 64); err == nil && len(strings.TrimPrefix(w, "#")) != 8 {
				r.out.ids, r.used[i] = append(r.out.ids, id), true
			}
		}
	}
}

// names is what is left. Where it is given to somebody without "til" ("giv Bo 12"), that is who.
func (r *reader) names() {
	var left []int
	for i, w := range r.words {
		if !r.used[i] && w != "" && (r.out.act != actList || !fillers[w]) {
			left = append(left, i)
		}
	}
	for r.out.act != actList && len(left) > 0 && around[r.words[left[0]]] {
		left = left[1:]
	}
	for r.out.act != actList && len(left) > 0 && around[r.words[left[len(left)-1]]] {
		left = left[:len(left)-1]
	}
	var words []string
	for _, i := range left {
		words = append(words, strings.Trim(r.tokens[i], ",:;!?\"'"))
	}
	r.out.name = strings.Join(words, " ")
	if r.out.act == actGive && r.out.to == "" && len(r.out.ids) > 0 {
		r.out.to, r.out.name = strings.TrimPrefix(r.out.name, "@"), ""
	}
}

// doubt makes a list or a question of what only looks like an act: "12 er ikke udført", "er 12 udført?".
func (r *reader) doubt(line string) {
	if r.out.act == actList {
		return
	}
	kind := false
	for _, w := range r.words {
		kind = kind || polite[w]
		if denials[w] {
			r.out.act = actUnclear
		}
	}
	if r.out.act == actDone && strings.HasSuffix(line, "?") && !kind {
		r.out.act = actList
	}
}
