package summary

import (
	"regexp"
	"slices"
	"strings"
)

// Words before a date that make it a deadline, and words that make it something else: the end of the project, a
// meeting, the day of an answer.
var (
	deadlineWords = []string{"*frist", "deadline", "senest", "inden den", "i hænde", "afleveres", "indsendes", "no later than", "not later than", "must be submitted", "skal være modtaget",
		"skal modtages", "due by", "filed by", "comments by", "reply by", "inden d.", "submitted by", "welcome until", "by the end of", "close on", "closes on", "is due by", "due on", "ansøgninger frem til", "åbent frem til", "sidste ansøgningsdag", "sidste dag", "*runden lukker", "*puljen lukker", "*runden slutter", "*puljen slutter", "skal være inde", "er inde senest"}
	noDeadline = []string{"møde$", "mødet", "meeting", "afsluttet", "gennemført", "afsluttes", "slutte", "brugt", "afholdt", "behandles", "projektet", "udgangen af 20", "opstart",
		"besked gives", "startet", "færdig", "godkendt", "vedtaget", "oprettet", "ansat", "offentliggjort den", "dateret", "completed", "ophør", "igangsat", "etableret", "i drift", "påbegynd", "sættes i gang"}
	triggers = regexp.MustCompile(`(?:^|[^\pL])(når [\pL ,-]{3,90}? (?:foreligger|er offentliggjort|er vedtaget|er godkendt|er afsluttet))`)
)

// deadlines are the days by which something must be done, with what for. A season or a quarter keeps its words.
func (d *document) deadlines(period Period) List[string] {
	var list List[string]
	add := func(f Field[string]) {
		if (f.Value != period.To || has(strings.ToLower(f.Role), "ansøgning", "application")) && !slices.ContainsFunc(list, func(o Field[string]) bool { return o.Value == f.Value }) {
			list = append(list, f)
		}
	}
	labelled := d.with("deadline")
	for _, l := range labelled {
		all := d.days(l.value)
		first := l.value.to
		if s := d.sentence(l.value.from); s.to < first {
			first = s.to
		}
		if len(all) > 1 && all[0].exact() && all[1].exact() {
			if _, ok := d.join(all[0], all[1]); ok {
				all = all[1:] // a stretch of time ends with the deadline
			}
		}
		if len(all) > 0 && all[0].exact() && all[0].from < first && !d.otherDay(span{l.value.from, all[0].from}) {
			add(says(d, all[0].iso(), d.words(l.label), span{l.label.from, all[0].to}, all[0].span, 0.95))
			for i := 1; i < len(all) && all[i].exact() && belowDay.MatchString(d.low[all[i-1].to:all[i].from]); i++ {
				add(says(d, all[i].iso(), d.words(l.label), span{l.label.from, all[i].to}, all[i].span, 0.9))
			}
		}
	}
	for _, l := range labelled {
		for _, f := range d.deadlinesBelow(l) {
			add(f)
		}
	}
	for _, f := range append(d.deadlineColumn(), d.timelineDeadlines()...) {
		add(f)
	}
	for _, s := range d.sents {
		if instructs(d.low[s.from:s.to]) {
			continue
		}
		for _, f := range d.deadlinesIn(s) {
			add(f)
		}
	}
	return list
}

// otherDates are words of a line below "Frister" that make its day none.
var otherDates = []string{"møde", "svar", "besked", "afgørelse", "start", "åbner", "webinar", "informations", "meeting", "answer", "opens"}

// deadlinesBelow are the lines below a heading such as "Frister", each with a day: "Ansøgning med alle bilag: 28. februar 2025".
func (d *document) deadlinesBelow(l labelled) (list []Field[string]) {
	if !has(d.low[l.label.from:l.label.to], "*frister$", "deadlines$") {
		return nil
	}
	for i := d.lineAt(l.value.from); i < len(d.lines) && d.lines[i].from < l.value.to; i++ {
		line := d.lines[i]
		all := d.days(line.span)
		if len(all) != 1 || !all[0].exact() || all[0].from == line.from {
			continue
		}
		words := span{line.from, all[0].from}
		if low := strings.TrimSpace(d.low[words.from:words.to]); !strings.HasSuffix(low, ":") && len(line.cells) < 2 || has(low, otherDates...) {
			continue
		}
		list = append(list, says(d, all[0].iso(), strings.TrimRight(d.words(words), " :"), line.span, all[0].span, 0.85))
	}
	return list
}

// deadlineColumn reads the dates of a table below a heading such as "Frist"; what for is the row's first cell.
func (d *document) deadlineColumn() []Field[string] {
	var list []Field[string]
	column := -1
	for _, l := range d.lines {
		if len(l.cells) < 2 {
			column = -1
			continue
		}
		for i, c := range l.cells {
			if labelOf(d.low[c.from:c.to]) == "deadline" && i > 0 {
				column = i
			}
		}
		if column < 0 || column >= len(l.cells) {
			continue
		}
		if all := d.days(l.cells[column]); len(all) == 1 && all[0].exact() {
			list = append(list, says(d, all[0].iso(), d.words(l.cells[0]), l.span, all[0].span, 0.85))
		}
	}
	return list
}

// dueBehind is "by 15 December 2014 at the latest" and "Den 15. juni 2016 udløb fristen", behind the day; reported is what is
// handed in, so that the day is no end of the project.
var (
	dueBehind = regexp.MustCompile(`^: [^.\n]{0,40}(?:frist|deadline)|^ (?:at the latest|udløb(?:er)? (?:ansøgnings)?fristen|er (?:ansøgnings)?fristen)`)
	firstTime = regexp.MustCompile(`(?:status|rapport|regnskab|report)[^.]{0,80} første gang (?:den )?$`)
	roundEnds = regexp.MustCompile(`(?:runden|puljen) (?:slutter|lukker|udløber) `)
	reported  = regexp.MustCompile(`(?:er godkendt af|er vedtaget af|skal godkendes|regnskab|rapport|anmodning|ansøgning|indberetning|report|accounts)[^.]{0,80} (?:senest|inden|by) `)
)

func (d day) exact() bool { return d.year > 0 && d.day > 0 }

func (d *document) otherDay(s span) bool { return has(d.low[s.from:s.to], noDeadline...) }

func (d *document) deadlinesIn(s span) []Field[string] {
	var list []Field[string]
	from, last := s.from, s.from
	all := d.days(s)
	for i, at := range all {
		before := span{max(from, at.from-140), at.from}
		if at.month > 0 {
			from = at.to // a year alone may be that of the pool
		}
		cue := d.lastCue(before)
		if cue < 0 && len(list) > 0 && listedDay.MatchString(d.low[last:at.from]) {
			cue = at.from // "frister: den 1. december 2023, den 5. april 2024 og …"
		}
		if i > 0 && cue < 0 && opensTo.MatchString(d.low[max(s.from, all[i-1].from-120):all[i-1].from]) {
			if _, ok := d.join(all[i-1], at); ok {
				cue = at.from // "åben for ansøgninger fra 1. december til 1. februar 2018"
			}
		}
		last = at.to
		if cue < 0 && dueBehind.MatchString(d.low[at.to:min(s.to, at.to+60)]) {
			cue = at.from
		}
		if cue < 0 && firstTime.MatchString(d.low[before.from:before.to]) {
			cue = at.from // "giver status, første gang den 1. oktober 2020"
		}
		reports := cue >= 0 && at.from-cue < 12 && reported.MatchString(d.low[before.from:before.to]) || roundEnds.MatchString(d.low[before.from:before.to])
		if cue < 0 || d.otherDay(before) && !reports {
			continue
		}
		if at.year == 0 {
			at.year = d.yearFrom(at)
		}
		if at.year == 0 || !at.valid() {
			continue // 29 February of another year
		}
		role := d.purpose(s, at.span)
		switch {
		case at.exact():
			list = append(list, says(d, at.iso(), role, s, at.span, 0.85))
		case at.words && at.from-cue < 30:
			words := strings.TrimSpace(d.text[at.from:at.to])
			list = append(list, says(d, words, role, s, at.span, 0.7))
		}
	}
	if m := triggers.FindStringSubmatchIndex(d.low[s.from:s.to]); m != nil {
		at := span{s.from + m[2], s.from + m[3]}
		list = append(list, says(d, d.text[at.from:at.to], d.purpose(s, at), s, at, 0.5))
	}
	return list
}

// yearFrom is the year of a day that news give without one: the first such day since they came out. 0 where it is not said
// when that was.
func (d *document) yearFrom(at day) int {
	if at.day == 0 {
		return 0
	}
	out := d.published()
	switch {
	case out.year == 0:
		return 0
	case at.month < out.month || at.month == out.month && at.day < out.day:
		return out.year + 1
	}
	return out.year
}

// published is the day, or the month, that heads news: "NYHED / 09-01-2017", "date 2023-06".
func (d *document) published() day {
	for _, l := range d.lines[:min(len(d.lines), newsHead)] {
		if !newsDate.MatchString(d.low[l.from:l.to]) {
			continue
		}
		for _, at := range d.days(l.span) {
			if at.year > 0 && at.month > 0 {
				return at
			}
		}
		if m := yearMonth.FindStringSubmatch(d.low[l.from:l.to]); m != nil {
			return day{year: number(m[1]), month: number(m[2])}
		}
	}
	return day{}
}

// yearMonth is how the archives of newspapers date.
var yearMonth = regexp.MustCompile(`^date (20\d\d)-(0[1-9]|1[0-2])(?:\D|$)`)

// newsHead is how many lines down the date of news stands.
const newsHead = 8

// newsDate is a line that begins with a word for when news came out.
var newsDate = regexp.MustCompile(`^(?:nyhed|publiceret|offentliggjort|date|published|news)[ /:|]`)

// lastCue is where the last word that makes a deadline ends; -1 for none. A cue with a full stop or another date
// behind it belongs to something else.
func (d *document) lastCue(s span) int {
	last := -1
	for _, w := range deadlineWords {
		for at, end := find(d.low[s.from:s.to], w, 0); at >= 0; at, end = find(d.low[s.from:s.to], w, end) {
			last = max(last, s.from+end)
		}
	}
	if byThen.MatchString(d.low[s.from:s.to]) || untilThen.MatchString(d.low[s.from:s.to]) || untilFirst.MatchString(d.low[s.from:s.to]) && couldApply.MatchString(d.low[s.to:min(len(d.low), s.to+100)]) {
		last = max(last, s.to-1)
	}
	return last
}

// untilThen is "kan søges frem til" straight before the day, opensTo "kan søges fra" before the first of two.
var (
	untilThen  = regexp.MustCompile(`(?:^|[^\pL])(?:(?:kan|kunne) (?:der )?(?:søges|ansøges|søge|ansøge)|høring(?:en)? (?:varer|løber|er åben)|åbent? for ansøgninger|ansøgninger(?:ne)? modtages|modtages ansøgninger|ansøgninger(?:ne)? (?:kan|skal) (?:sendes|indsendes)|open for applications|applications are accepted)[^.\d]{0,80} (?:indtil|frem til|til og med|til|until|to) (?:(?:den|d\.|the) )?$`)
	untilFirst = regexp.MustCompile(`(?:^|[^\pL](?:kan|kunne|can|could) )(?:indtil|frem til|til og med|until) (?:(?:den|d\.|the) )?$`)
	couldApply = regexp.MustCompile(`^.{0,100}?(?:ansøgning|søge|ansøge|apply|application)`)
	opensTo    = regexp.MustCompile(`(?:åbent? for ansøgninger|(?:kan|kunne) (?:der )?(?:søges|ansøges|søge)|(?:ansøgnings)?runden?|ansøgningsperioden|open for applications)[^.\d]{0,60}(?:fra|mellem|i perioden|from|between)[^.\d]{0,12}$`)
)

// belowDay is what stands between the days of a list under a label.
var belowDay = regexp.MustCompile(`^[ \t]*(?:kl\.? ?\d\d?[.:]?\d*)?[ \t.]*\n[\s•*–-]*(?:(?:mandag|tirsdag|onsdag|torsdag|fredag|den|d\.) )*$`)

// listedDay joins a day to the one before it.
var listedDay = regexp.MustCompile(`^(?:,| og|, og| samt| and) (?:den |d\. )?$`)

// byThen is "inden" straight before the day: "inden fredag d.", "inden 1. december".
var byThen = regexp.MustCompile(`(?:^|[^\pL])(?:inden|(?:answer|reply|response|decision|submitted|received|sent|returned|due|sign up|apply|register|respond) (?:by|before)|send [^.]{3,80} by) (?:(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|den|d\.|senest|the),? ?)*$`)
