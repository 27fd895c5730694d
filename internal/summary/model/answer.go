package model

import (
	"encoding/json"
	"regexp"
	"strings"

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

// fence is the frame in which models like to put JSON.
var fence = regexp.MustCompile("(?s)^```[a-z]*\\s*(.*?)\\s*```$")

// parse reads an answer. Fields it does not know are left out.
func parse(said string) (answer, error) {
	said = strings.TrimSpace(said)
	if m := fence.FindStringSubmatch(said); m != nil {
		said = m[1]
	}
	var a answer
	if json.Unmarshal([]byte(said), &a) != nil {
		return answer{}, errNoJSON
	}
	return a, nil
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
		if p.Value > 0 && fits(p.Quote) && fits(p.Who) {
			c.Participants = append(c.Participants, summary.Field[int]{Value: p.Value, Role: p.Who, Quote: p.Quote, Page: p.Page, Confidence: confidence})
		}
	}
	for _, d := range first(a.Deadlines) {
		if f := d.field(); f.Stated() && len(d.What) <= mostLetters {
			f.Role = d.What
			c.Deadlines = append(c.Deadlines, f)
		}
	}
	c.SummaryDA, c.SummaryEN = sentences(a.SummaryDA), sentences(a.SummaryEN)
	return c
}

func first[T any](list []T) []T { return list[:min(len(list), mostItems)] }

func fits(s string) bool { return strings.TrimSpace(s) != "" && len(s) <= mostLetters }

func (s *stated) field() summary.Field[string] {
	if s == nil || !fits(s.Value) || !fits(s.Quote) || linked(s.Value) {
		return summary.Field[string]{}
	}
	return summary.Field[string]{Value: strings.TrimSpace(s.Value), Quote: s.Quote, Page: s.Page, Confidence: confidence}
}

func (s *stated) flag() summary.Field[bool] {
	if s == nil || !fits(s.Quote) {
		return summary.Field[bool]{}
	}
	return summary.Field[bool]{Value: true, Quote: s.Quote, Page: s.Page, Confidence: confidence}
}

// sentences are the model's, unless they are too long, or hold a link, a mention or marks of formatting.
func sentences(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > mostSentence || linked(s) {
		return ""
	}
	return s
}

var links = regexp.MustCompile(`(?i)https?:|www\.|mailto:|[<>@*_` + "`" + `]|\]\(`)

func linked(s string) bool { return links.MatchString(s) }
