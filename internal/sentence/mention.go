package sentence

import (
	"cmp"
	"slices"

	"samspil/internal/register"
)

// mention is one company that the sentence names.
type mention struct {
	i, n   int
	words  string
	key    string           // what is equal for the same company: the digits, or the folded name
	number *register.Number // nil for a name
}

func (m mention) end() int { return m.i + m.n }

// weak reports whether the mention alone is too little beside another: digits that fail the check and that nobody
// called a company number, or a single word without a legal form, which most words of a note are as well.
func (m mention) weak() bool {
	if m.number != nil {
		return m.number.Kind == register.KindCVR && !m.number.Valid && !m.number.Labelled
	}
	return m.n == 1 && register.LegalForm(m.words) == ""
}

// companies finds which company the contact is with. Where the sentence names several, the first is it only when it
// leads the sentence and the others stand in a later clause that tells something of them ("har fået ordre fra X");
// otherwise they are Others, and must be asked about.
func (r *reader) companies() {
	all := r.mentions()
	if len(all) == 0 {
		return
	}
	first := all[0]
	r.choose(first)
	leads := r.leads(first)
	for k, m := range all[1:] {
		switch before := all[k]; {
		case m.key == first.key:
			r.remark(m, taken)
		case r.twins(first, m):
			r.choose(m)
		case m.weak() && !r.coordinated(before, m):
			r.remark(m, open)
		case leads && r.aside(first, m) && !r.coordinated(before, m):
			r.remark(m, kept)
		default:
			r.out.Others = append(r.out.Others, m.words)
			if m.number != nil {
				r.out.Numbers = append(r.out.Numbers, *m.number)
			}
			r.remark(m, kept)
		}
	}
}

// mentions are the numbers and names in the order of the text, a weak one first only where it leads or stands alone.
func (r *reader) mentions() []mention {
	all := slices.Concat(r.numbered, r.knownNames(), r.formNames())
	slices.SortStableFunc(all, func(a, b mention) int { return cmp.Compare(a.i, b.i) })
	if slices.ContainsFunc(all, func(m mention) bool { return !m.weak() }) {
		for all[0].weak() && !r.leads(all[0]) && !r.coordinated(all[0], all[1]) {
			r.remark(all[0], open)
			all = all[1:]
		}
	}
	return all
}

// choose makes the mention the company of the contact.
func (r *reader) choose(m mention) {
	if m.number != nil {
		r.out.Numbers = append(r.out.Numbers, *m.number)
	} else {
		r.out.Company = m.words
	}
	for back := 1; back <= min(2, m.i); back++ {
		if longestAt(talkCues, r.tokens, m.i-back) == back {
			r.set(m.i-back, back, taken) // "talte med" the company
		}
	}
	r.remark(m, taken)
}

// remark gives the mention's tokens another mark than they had.
func (r *reader) remark(m mention, as mark) {
	for k := m.i; k < m.end(); k++ {
		r.marks[k] = as
	}
}

// twins reports whether a name and a number stand side by side and so are one company, or a CVR and a P-number.
func (r *reader) twins(a, b mention) bool {
	if a.number != nil && b.number != nil {
		if (a.number.Kind == register.KindPNumber) == (b.number.Kind == register.KindPNumber) {
			return false
		}
	} else if a.number == nil && b.number == nil || len(r.out.Numbers) > 0 && r.out.Company != "" {
		return false
	}
	for k := a.end(); k < b.i; k++ {
		t := r.tokens[k].text
		labelled := b.number != nil && b.number.Labelled
		if t != "(" && t != ")" && t != ":" && t != "-" && !(t == "," && labelled) {
			return false
		}
	}
	return true
}

// coordinators join the members of a list.
var coordinators = wordSet("og and samt eller or plus også also både both vs")

// coordinated reports whether nothing but "og", commas and the like stands between two mentions.
func (r *reader) coordinated(a, b mention) bool {
	for k := a.end(); k < b.i; k++ {
		if r.tokens[k].isWord() && !coordinators[r.tokens[k].key] {
			return false
		}
	}
	return true
}

// leads reports whether nothing is told in the mention's clause before it.
func (r *reader) leads(m mention) bool {
	from, _ := r.clauseAt(m.i)
	return !r.anyPlain(from, m.i)
}

// aside reports whether the other mention stands in a later clause which tells something, and not of a contact.
func (r *reader) aside(first, other mention) bool {
	from, to := r.clauseAt(other.i)
	return from >= first.end() && r.anyPlain(from, to) && !r.tellsOfVisit(from, other.i)
}
