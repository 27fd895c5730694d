package when

import "time"

// farDays is the distance, about four months, from which on two readings of a date without a year are equally
// unlikely: in November "1/5" may be last May or next May. The figure is a choice of this program.
const farDays = 120

// span is a first and a last day.
type span struct{ from, to Date }

func oneDay(d Date) span { return span{d, d} }

// gap is how many days lie between today and the span, 0 when today is in it.
func (s span) gap(today Date) int {
	switch {
	case s.from.After(today):
		return s.from.Sub(today)
	case s.to.Before(today):
		return today.Sub(s.to)
	}
	return 0
}

// pick chooses among occurrences in order of time. Past takes the latest that has begun, Future the earliest that
// has not ended, Nearest the closest; only the last can be ambiguous.
func pick(dir Direction, today Date, spans []span) (span, []Date) {
	best := -1
	for i, s := range spans {
		switch dir {
		case Past:
			if !s.from.After(today) {
				best = i
			}
		case Future:
			if best < 0 && !s.to.Before(today) {
				best = i
			}
		default:
			if best < 0 || s.gap(today) < spans[best].gap(today) {
				best = i
			}
		}
	}
	if best < 0 {
		return span{}, nil
	}
	if dir == Nearest && spans[best].gap(today) > farDays {
		return spans[best], around(today, spans)
	}
	return spans[best], nil
}

// around gives the last span before today and the first one after.
func around(today Date, spans []span) []Date {
	var before, after Date
	for _, s := range spans {
		if s.to.Before(today) {
			before = s.from
		} else if after.IsZero() {
			after = s.from
		}
	}
	if before.IsZero() || after.IsZero() {
		return nil
	}
	return []Date{before, after}
}

// nearerAhead gives the chosen past span and the next one ahead when the chosen lies far back and the next one is
// nearer: a verb in the past ("besøgte dem 24/11") then does not settle which is meant.
func nearerAhead(today Date, chosen span, spans []span) []Date {
	if chosen.gap(today) <= farDays {
		return nil
	}
	for _, s := range spans {
		if s.from.After(today) {
			if s.gap(today) < chosen.gap(today) {
				return []Date{chosen.from, s.from}
			}
			break
		}
	}
	return nil
}

// yearly lists the occurrences of something that comes once a year around today. A leap day is found over a wider
// stretch, as the nearest one may be years off.
func yearly(today Date, occurs func(year int) (span, bool)) []span {
	var spans []span
	for y := today.Year - 8; y <= today.Year+8; y++ {
		if s, ok := occurs(y); ok && (y >= today.Year-2 && y <= today.Year+2 || isLeapDay(s)) {
			spans = append(spans, s)
		}
	}
	return spans
}

func isLeapDay(s span) bool {
	return s.from == s.to && s.from.Month == time.February && s.from.Day == 29
}

// months is the span of n whole months from the month that lies offset months after the given one.
func months(year int, month time.Month, offset, n int) span {
	first := civil(time.Date(year, month+time.Month(offset), 1, 12, 0, 0, 0, time.UTC))
	last := civil(time.Date(first.Year, first.Month+time.Month(n), 0, 12, 0, 0, 0, time.UTC))
	return span{first, last}
}

// addMonths keeps the day of the month, or takes the last one of a shorter month.
func addMonths(d Date, n int) Date {
	m := months(d.Year, d.Month, n, 1)
	return Date{m.from.Year, m.from.Month, min(d.Day, m.to.Day)}
}
