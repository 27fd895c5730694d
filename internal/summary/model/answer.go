package model

import (
	"encoding/json"
	"regexp"
	"strings"
	"unicode"

	"samspil/internal/summary"
)

// answer is what the model is asked for.
type answer struct {
	Title        *stated     `json:"title"`
	Applicant    *stated     `json:"applicant"`
	Partners     []stated    `json:"partners"`
	Participants []headcount `json:"participants"`
	Deadlines    []deadline  `json:"deadlines"`
	Upskilling   *stated     `json:"upskilling"`
	Employment   *stated     `json:"employment"`
	SummaryDA    string      `json:"summary_da"`
	SummaryEN    string      `json:"summary_en"`
}

type stated struct {
	Value string `json:"value"`
	Quote string `json:"quote"`
	Page  int    `json:"page"`
}

type headcount struct {
	Value int    `json:"value"`
	Who   string `json:"who"`
	Quote string `json:"quote"`
	Page  int    `json:"page"`
}

type deadline struct {
	stated
	What string `json:"what"`
}

const (
	mostItems    = 30  // of a list
	mostLetters  = 300 // of a value or quote
	mostSentence = 900 // of a summary
	confidence   = 0.6 // of what the model says and the document holds
)

// thought is what some models write before they answer.
var thought = regexp.MustCompile(`(?s)^\s*<think(?:ing)?>.*?</think(?:ing)?>`)

// parse reads an answer: the object in it, whatever fence or word stands around. Fields it does not know are left out.
func parse(said string) (answer, error) {
	said = thought.ReplaceAllString(said, "")
	from, to := strings.IndexByte(said, '{'), strings.LastIndexByte(said, '}')
	var a answer
	if from < 0 || to < from || json.Unmarshal([]byte(said[from:to+1]), &a) != nil {
		return answer{}, errNoJSON
	}
	return a, nil
}

// silent reports an answer that states nothing.
func (a answer) silent() bool {
	c := a.card()
	return !c.Title.Stated() && !c.Applicant.Stated() && !c.Upskilling.Stated() && !c.Employment.Stated() && c.SummaryDA == "" && c.SummaryEN == "" &&
		len(c.Partners)+len(c.Participants)+len(c.Deadlines) == 0
}

// card is the answer as a card that nobody has proved yet. What is too long to be a value or a quote is left out.
func (a answer) card() summary.Card {
	var c summary.Card
	c.Title, c.Applicant = a.Title.field(), a.Applicant.field()
	c.Upskilling, c.Employment = a.Upskilling.flag(), a.Employment.flag()
	for _, p := range first(a.Partners) {
		if f := p.field(); f.Stated() {
			c.Partners = append(c.Partners, f)
		}
	}
	for _, p := range first(a.Participants) {
		who, quote := plain(p.Who), spared(p.Quote, p.Who)
		if p.Value > 0 && fits(who) && fits(quote) && !masked(who) {
			c.Participants = append(c.Participants, summary.Field[int]{Value: p.Value, Role: who, Quote: quote, Page: p.Page, Confidence: confidence})
		}
	}
	for _, d := range first(a.Deadlines) {
		if f := d.field(); f.Stated() && len(d.What) <= mostLetters {
			f.Role = plain(d.What)
			c.Deadlines = append(c.Deadlines, f)
		}
	}
	c.SummaryDA, c.SummaryEN = sentences(a.SummaryDA), sentences(a.SummaryEN)
	return c
}

func first[T any](list []T) []T { return list[:min(len(list), mostItems)] }

func fits(s string) bool { return strings.TrimSpace(s) != "" && len(s) <= mostLetters }

func (s *stated) field() summary.Field[string] {
	if s == nil {
		return summary.Field[string]{}
	}
	value, quote := plain(s.Value), spared(s.Quote, s.Value)
	if !fits(value) || !fits(quote) || linked(value) || masked(value) {
		return summary.Field[string]{}
	}
	return summary.Field[string]{Value: value, Quote: quote, Page: s.Page, Confidence: confidence}
}

func (s *stated) flag() summary.Field[bool] {
	if s == nil || !fits(spared(s.Quote, "")) {
		return summary.Field[bool]{}
	}
	return summary.Field[bool]{Value: true, Quote: spared(s.Quote, ""), Page: s.Page, Confidence: confidence}
}

// sentences are the model's, unless they are too long, or hold a link, a mention, marks of formatting or what was masked.
func sentences(s string) string {
	s = plain(s)
	if len(s) > mostSentence || linked(s) || masked(s) {
		return ""
	}
	return s
}

var links = regexp.MustCompile(`(?i)https?:|www\.|mailto:|[<>@*_` + "`" + `]|\]\(`)

func linked(s string) bool { return links.MatchString(s) }

// plain is one line without what nobody sees.
func plain(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) || unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))), " ")
}

// tokens stand in what was sent and not in the document.
var tokens = regexp.MustCompile(`\[(?:E-MAIL|TELEFON|PERSON|KONTO)\]`)

func masked(s string) bool { return tokens.MatchString(s) }

// spared is the longest part of a quote that stands in the document: between two tokens, and with the value in it where
// one has it.
func spared(quote, value string) string {
	best := ""
	for _, part := range tokens.Split(plain(quote), -1) {
		has, had := strings.Contains(part, plain(value)), strings.Contains(best, plain(value))
		if best == "" || has && !had || has == had && len(part) > len(best) {
			best = part
		}
	}
	return strings.TrimSpace(best)
}
