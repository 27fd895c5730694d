package when

// partWords open a part of a period: 0 the first third, 1 the middle, 2 the last.
var partWords = table(map[string]int{
	"primo først begyndelsen starten start beginning early": 0,
	"medio midt midten mid middle":                          1,
	"ultimo sidst slutningen slut end late":                 2,
})

// needOf are the part words that mean something else without "i", "af" or "of" after them.
var needOf = words("først start starten begyndelsen midten midt sidst slutningen slut end beginning middle")

// part reads "ultimo feb", "i starten af januar", "midt i marts", "end of Q1", "sidst på året", and "medio uge 50",
// which is the week.
func (p *parser) part(i int) match {
	k := i
	if p.word(k, inWords) || p.is(k, "at") {
		k++
	}
	if p.is(k, "the") {
		k++
	}
	third, ok := partWords[p.tok(k).norm]
	if !ok || p.tok(k).kind != tokWord {
		return match{}
	}
	opener := k
	if k++; p.is(k, "-") {
		k++
	}
	joined := p.word(k, ofWords) || p.is(k, "paa") || p.is(k, "pa")
	if joined {
		k++
	}
	bare := p.is(opener, "start") || p.is(opener, "slut") || p.is(opener, "midt")
	if !joined && p.word(opener, needOf) && !bare {
		return match{}
	}
	m := p.partOf(k)
	if m.next == 0 || !joined && bare && m.Precision != PrecisionMonth && m.Precision != PrecisionWeek {
		return match{}
	}
	if latin := p.tok(opener).norm; latin == "primo" || latin == "ultimo" {
		m = m.edgeMonth(third)
	}
	return m.third(third)
}

// edgeMonth is the first or last month of a longer period: "ultimo 2026" is the end of December.
func (m match) edgeMonth(third int) match {
	if m.Precision < PrecisionQuarter {
		return m
	}
	edge := months(m.From.Year, m.From.Month, 0, 1)
	if third == 2 {
		edge = months(m.To.Year, m.To.Month, 0, 1)
	}
	own := m.Direction
	return found(edge, PrecisionMonth, own, m.next)
}

// partOf is the period that a part is taken of.
func (p *parser) partOf(i int) match {
	pre, j := p.prefix(i)
	pre.in = true // "ultimo feb" as good as "i feb"
	for _, f := range []func(*parser, int, prefix) match{
		(*parser).month, (*parser).quarter, (*parser).season, (*parser).year, (*parser).week,
	} {
		if m := f(p, j, pre); m.next > 0 {
			return m
		}
	}
	if u := definiteUnits[p.tok(j).norm]; u != 0 && !pre.onDa && !pre.onEn {
		switch {
		case pre.last:
			return found(unitSpan(p.today, u, -1), unitPrecision[u], Past, j+1)
		case pre.next:
			return found(unitSpan(p.today, u, 1), unitPrecision[u], Future, j+1)
		}
		return found(unitSpan(p.today, u, 0), unitPrecision[u], Nearest, j+1)
	}
	return match{}
}

// third takes one part: of a month 1-10, 11-20 or 21-end, of longer periods a third of their months, of a week all.
func (m match) third(n int) match {
	switch m.Precision {
	case PrecisionWeek:
		return m
	case PrecisionMonth:
		first, last := m.From.AddDays(10*n), m.To
		if n < 2 {
			last = first.AddDays(9)
		}
		for i, c := range m.Candidates {
			m.Candidates[i] = c.AddDays(10 * n)
		}
		m.From, m.To, m.Precision = first, last, PrecisionThird
		return m
	}
	size := (int(m.To.Month) - int(m.From.Month) + 12*(m.To.Year-m.From.Year) + 1) / 3
	if size < 1 {
		return match{}
	}
	s := months(m.From.Year, m.From.Month, n*size, size)
	for i, c := range m.Candidates {
		m.Candidates[i] = months(c.Year, c.Month, n*size, 1).from
	}
	m.From, m.To, m.Precision = s.from, s.to, PrecisionSpan
	return m
}
