package summary

import (
	"maps"
	"slices"
)

// manyProjects is how many amounts applied for, each with a total of its own, make a document about several projects:
// then none of them is the amount applied for.
const manyProjects = 3

func (d *document) several(all []judged) bool {
	all = d.ownPart(all)
	pairs, asked := d.pairs(all), int64(0)
	for p := range pairs {
		asked += p[0]
	}
	if len(pairs) >= manyProjects && !summedUp(all, asked) {
		return true
	}
	applied, total := map[int64]bool{}, map[int64]bool{}
	for _, j := range all {
		if d.partOfRow(j) {
			continue
		}
		if j.score[RoleApplied] >= sure {
			applied[j.Minor] = true
		} else if j.score[RoleTotal] >= sure {
			total[j.Minor] = true
		}
	}
	asked = 0
	for minor := range applied {
		asked += minor
	}
	return len(applied) >= manyProjects && len(total) >= manyProjects && !summedUp(all, asked)
}

// partOfRow reports a cell of a row such as "Ansøgt tilskud", by year: all cells are parts of one amount. Where the
// headings of the columns say what the cells are, each row is a project.
func (d *document) partOfRow(j judged) bool {
	if j.row.to <= j.row.from {
		return false
	}
	if has(d.low[j.row.from:j.row.to], costs...) || has(d.low[j.rows.from:j.rows.to], partners...) {
		return true // the rows are the costs of one project
	}
	column := map[string]float64{}
	weigh(column, d.low[j.column.from:j.column.to], atColumn, 0)
	return column[RoleApplied]+column[RoleGranted]+column[RoleGrant] == 0 && column[RoleTotal] < sure
}

// partners head the rows of a table of those who carry one project, or pay for it.
var partners = []string{"partner", "part$", "parter$", "kilde", "finansieringskilde", "source", "deltagende", "post$", "art$", "aktivitet", "udgift"}

// costs are what the rows of a budget are called.
var costs = []string{"løn$", "lønninger", "lønudgift", "udgifter", "materialer", "evaluering", "revision", "overhead", "transport", "konsulent", "kurser", "administration", "salaries", "travel", "equipment", "staff costs"}

// ownPart is what stands before the annexes, where that already says how much is asked for, or given: a list of all
// applications in an annex does not make the paper one about several.
func (d *document) ownPart(all []judged) []judged {
	annexes := len(d.text)
	for i := range d.lines {
		if d.headingKind(i) == annexHeading {
			annexes = d.lines[i].from
			break
		}
	}
	n := slices.IndexFunc(all, func(j judged) bool { return j.from >= annexes })
	if n > 0 && slices.ContainsFunc(all[:n], func(j judged) bool { return max(j.score[RoleApplied], j.score[RoleGranted]) >= leastApplied }) {
		return all[:n]
	}
	return all
}

// summedUp reports whether a sentence or a label outside of tables asks for what the parts come to, with or without a row
// for their sum: then they are the partners of one project.
func summedUp(all []judged, asked int64) bool {
	return slices.ContainsFunc(all, func(j judged) bool {
		return j.row.to == 0 && j.score[RoleApplied] >= sure && (j.Minor == asked || 2*j.Minor == asked)
	})
}

// pairs are the lines that state an amount applied for and a total, each pair of values once.
func (d *document) pairs(all []judged) map[[2]int64]bool {
	seen := map[[2]int64]bool{}
	for _, a := range all {
		asked := max(a.score[RoleApplied], a.score[RoleGranted])
		if a.row.to > a.row.from {
			asked = max(asked, a.score[RoleGrant])
		}
		if asked < sure-1 || d.partOfRow(a) {
			continue
		}
		for _, b := range all {
			if b.from != a.from && b.score[RoleTotal] >= sure-1.5 && b.score[RoleTotal] > max(b.score[RoleApplied], b.score[RoleGranted]) && d.lineAt(b.from) == d.lineAt(a.from) {
				seen[[2]int64{a.Minor, b.Minor}] = true
				break
			}
		}
	}
	return seen
}

// besideApplied reports whether an amount stands in the line of one that is surely applied for.
func (d *document) besideApplied(all []judged, j judged) bool {
	line := d.lineAt(j.from)
	return slices.ContainsFunc(all, func(o judged) bool { return o.score[RoleApplied] >= sure-1 && d.lineAt(o.from) == line })
}

// sure is the weight of a cue that names the role outright, close to the amount.
const sure = 4.4

// rival finds the amounts that the document calls by the same name as the chosen one and that differ from it. Amounts
// from several sources, and rows with several figures, contradict nothing.
func (d *document) rival(all []judged, chosen *judged, role string) List[Amount] {
	var list List[Amount]
	for _, j := range all {
		if chosen == nil || j.same(chosen.Amount) || j.Currency != chosen.Currency || j.Minor < 0 || j.net(role, RoleUnit, RoleContext, RolePart, RoleCap, RoleOwn) < sure {
			continue
		}
		around := d.around(j.sum)
		cells, _ := d.numbers(d.lines[d.lineAt(j.from)])
		if len(cells) > 1 || role == RoleApplied && has(d.low[around.from:around.to], "fra", "from") || slices.ContainsFunc(list, func(f Field[Amount]) bool { return f.Value.same(j.Amount) }) {
			continue
		}
		list = append(list, says(d, j.Amount, role, around, j.span, j.confidence))
	}
	return list
}

// others is every other amount once, each with its likeliest role.
func (d *document) others(all []judged, applied, total *judged) List[Amount] {
	var list List[Amount]
	for _, j := range all {
		if applied != nil && j.same(applied.Amount) || total != nil && j.same(total.Amount) ||
			slices.ContainsFunc(list, func(f Field[Amount]) bool { return f.Value.same(j.Amount) }) {
			continue
		}
		role, weight := RoleUnrecognised, leastRole
		for _, r := range slices.Sorted(maps.Keys(j.score)) {
			if j.score[r] > weight && (r != RolePart || role == RoleUnrecognised) || role == RolePart && j.score[r] > leastRole {
				role, weight = r, j.score[r]
			}
		}
		list = append(list, says(d, j.Amount, role, d.around(j.sum), j.span, j.confidence))
	}
	return list
}

// callers are the signs of a call: who may apply, until when, and the word for it.
var callers = [][]string{
	{"ansøgerkreds", "kan søge", "kan søges", "kan ansøges", "hvem kan søge", "eligible applicants", "who can apply", "åbent for ansøgninger", "indkalder ansøgninger", "åbnes for ansøgninger", "imod ansøgninger", "åben for ansøgninger"},
	{"ansøgningsfrist", "ansøgningsperiode", "frist for ansøgninger", "fristen for ansøgninger", "application deadline", "deadline for submission"},
	{"puljen", "pulje til", "den åbne pulje", "opslag", "ansøgningspulje", "en pulje", "ansøgningsrunde", "indkaldelse", "varsling", "call for"},
}

// call reports a call for applications: its money is a pool, and nobody applies in it.
func (d *document) call() bool {
	low := firstBytes(d.low, 6000)
	signs := 0
	for _, group := range callers {
		if has(low, group...) {
			signs++
		}
	}
	open := has(low, callers[0]...) || has(firstBytes(low, 200), callers[2]...)
	for _, l := range d.with("applicant") {
		if body(d.words(d.firstLine(l.value))) {
			return false // somebody has applied already
		}
	}
	return signs >= 2 && open && !has(d.low, "ansøgt beløb", "ansøger om", "ansøgt tilskud", "søger hermed", "sende en ansøgning", "ansøgningen godkendes", "søger fonden")
}
