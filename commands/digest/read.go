package digest

import (
	"cmp"
	"context"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"samspil/internal/crm"
	"samspil/internal/directory"
	"samspil/internal/register"
	"samspil/internal/text"
	"samspil/internal/when"
)

// act is what a line asks for.
type act string

const (
	actShow act = "digest.show"
	actOn   act = "digest.on"
	actOff  act = "digest.off"
	actNow  act = "digest.now"
	actSet  act = "digest.set" // the rest, whether it is on or off
)

// line is what somebody wrote.
type line struct {
	act     act
	at      when.Clock // when.Clock(-1): not stated
	weekly  int        // -1: not stated
	lang    text.Lang  // "": not stated
	clear   bool       // the filter begins anew
	filter  crm.DigestFilter
	badTime bool   // a time outside the hours of a digest
	weekend bool   // a day on which nobody works
	unknown string // words nobody understood
}

var (
	offWords   = regexp.MustCompile(`^(off|fra|stop|sluk)$`)
	nowWords   = regexp.MustCompile(`^(now|nu|preview|prøv)$`)
	onWords    = regexp.MustCompile(`^(on|til|start|tænd)\b`)
	clockWords = regexp.MustCompile(`(?:\b(?:kl\.?|at)\s*)?\b(\d{1,2})(?:[.:](\d{2}))?(?:\s*(am|pm))?(?:$|[\s,])`)
	dailyWords = regexp.MustCompile(`\b(dagligt?|daily|hver dag|every day|hver hverdag|every workday)\b`)
	weekWords  = regexp.MustCompile(`\b(ugentligt?|weekly|hver uge|every week|once a week|en gang om ugen)\b`)
	dayWords   = regexp.MustCompile(`(?:\b(?:hver|every|på|on)\s+)?\b(mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?:e|s)?\b`)
	langWords  = regexp.MustCompile(`(?:\b(?:på|in)\s+)?\b(dansk|danish|engelsk|english)\b`)
	allWords   = regexp.MustCompile(`\b(alt|alle|everything|all|ryd|clear|nulstil|reset)\b`)
	between    = regexp.MustCompile(`,|;|\s+(?:og|and|samt)\s+`)
	followWord = regexp.MustCompile(`^(følg|follow|cvr)[\s:]+`)
)

var days = []string{"mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

// read reads what follows the command word.
func (f *feature) read(ctx context.Context, words string, today when.Date, near crm.Org) line {
	l := line{act: actSet, at: -1, weekly: -1}
	rest := strings.ToLower(strings.Join(strings.Fields(words), " "))
	switch {
	case rest == "":
		l.act = actShow
		return l
	case offWords.MatchString(rest):
		l.act = actOff
		return l
	case nowWords.MatchString(rest):
		l.act = actNow
		return l
	}
	if found, left := take(onWords, rest); found != nil {
		l.act, rest = actOn, left
	}
	rest = l.readTime(rest)
	if found, left := take(langWords, rest); found != nil {
		l.lang, rest = text.Danish, left
		if strings.HasPrefix(found[1], "eng") {
			l.lang = text.English
		}
	}
	if found, left := take(allWords, rest); found != nil {
		l.clear, rest = true, left
	}
	f.readFilter(ctx, &l, rest, today, near)
	return l
}

// take cuts the first match out of s.
func take(re *regexp.Regexp, s string) (found []string, left string) {
	at := re.FindStringIndex(s)
	if at == nil {
		return nil, s
	}
	return re.FindStringSubmatch(s), strings.TrimSpace(s[:at[0]] + " " + s[at[1]:])
}

// readTime reads how often and when, and gives the other words.
func (l *line) readTime(rest string) string {
	if found, left := take(dailyWords, rest); found != nil {
		l.act, l.weekly, rest = actOn, 0, left
	}
	if found, left := take(weekWords, rest); found != nil {
		l.act, l.weekly, rest = actOn, 1, left
	}
	if found, left := take(dayWords, rest); found != nil {
		l.act, l.weekly, rest = actOn, slices.Index(days, found[1])%7+1, left
		l.weekend = l.weekly > 5
	}
	found, left := take(clockWords, rest)
	if found == nil {
		return rest
	}
	hour, _ := strconv.Atoi(found[1])
	minute, _ := strconv.Atoi(cmp.Or(found[2], "0"))
	if found[3] == "pm" && hour < 12 {
		hour += 12
	}
	l.act, l.at = actOn, when.Clock(60*hour+minute)
	l.badTime = minute > 59 || l.at < crm.DigestFirst || l.at > crm.DigestLast
	return left
}

// readFilter reads regions, municipalities, purposes, organisations and companies, with commas between.
func (f *feature) readFilter(ctx context.Context, l *line, rest string, today when.Date, near crm.Org) {
	for _, piece := range between.Split(rest, -1) {
		if piece = strings.Trim(piece, " ."); piece != "" && !f.readPiece(ctx, l, piece, today, near) && l.unknown == "" {
			l.unknown = piece
		}
	}
}

func (f *feature) readPiece(ctx context.Context, l *line, piece string, today when.Date, near crm.Org) bool {
	add := &l.filter
	if numbers := register.ScanNumbers(followWord.ReplaceAllString(piece, "")); len(numbers) == 1 && numbers[0].Kind == register.KindCVR {
		add.Companies = append(add.Companies, numbers[0].Value)
		return true
	}
	if code := regionOf(piece, today); code != "" {
		add.Regions = append(add.Regions, code)
		return true
	}
	if m, ok := directory.FindMunicipality(piece); ok {
		add.Municipalities = append(add.Municipalities, m.Code)
		return true
	}
	for _, p := range crm.Purposes {
		if register.Fold(p.Name(text.Danish)) == register.Fold(piece) || register.Fold(p.Name(text.English)) == register.Fold(piece) {
			add.Purposes = append(add.Purposes, p.Code)
			return true
		}
	}
	if org, ok := f.orgs(ctx, piece, today, near); ok && org.ID != 0 {
		add.Orgs = append(add.Orgs, org.ID)
		return true
	}
	return false
}

// regionOf is the region with that name on that day, with or without the word for it; "" when there is none.
func regionOf(words string, day when.Date) string {
	words = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(register.Fold(words), "region "), " region"))
	for _, m := range directory.Municipalities() {
		code := directory.RegionOn(m.Code, day)
		for _, lang := range []text.Lang{text.Danish, text.English} {
			name := register.Fold(directory.RegionName(code, lang))
			if name != "" && strings.TrimPrefix(name, "region ") == words {
				return code
			}
		}
	}
	return ""
}
