package proposal

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/directory"
	"samspil/internal/register"
	"samspil/internal/text"
	"samspil/internal/when"
)

const listLength = 10

func (f *feature) listButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	return f.list(ctx, req, req.Value)
}

// list shows the proposals that the words narrow to.
func (f *feature) list(ctx context.Context, req commands.Request, words string) (commands.Reply, error) {
	filter := narrowed(words, req.Person.Org, today(req))
	found, err := f.store.Proposals(ctx, filter)
	if err != nil {
		return commands.Reply{}, err
	}
	to := commands.NewPage().Heading(textList.In(req.Lang))
	newOne := commands.Button{ID: "proposal.new", Label: buttonNew.In(req.Lang)}
	if len(found) == 0 {
		return to.Para(textNone.In(req.Lang)).Small(textHow.In(req.Lang)).Buttons(newOne).Reply(), nil
	}
	for _, p := range found[:min(len(found), listLength)] {
		if !p.CanSee(req.Person) {
			continue
		}
		to.Para(listed(req.Lang, p)).Buttons(commands.Button{ID: "proposal.show", Value: fmt.Sprint(p.ID), Label: buttonShow.In(req.Lang)})
	}
	if len(found) > listLength {
		to.Small(textMore.In(req.Lang, listLength))
	}
	return to.Small(textHow.In(req.Lang)).Buttons(newOne).Reply(), nil
}

// listed says one proposal in two lines.
func listed(lang text.Lang, p crm.Proposal) string {
	head := fmt.Sprintf("#%d %s", p.ID, oneLine(p.Title))
	parts := []string{standsAs(lang, p), p.Org.Name(lang)}
	if p.Applicant != "" {
		parts = append(parts, oneLine(p.Applicant))
	}
	if p.Applied >= 0 {
		parts = append(parts, textKroner.In(lang, text.Number(lang, int(p.Applied))))
	}
	if !p.Deadline.IsZero() {
		parts = append(parts, textDeadline.In(lang, text.ShortDate(lang, p.Deadline)))
	}
	return head + "\n" + strings.Join(parts, " · ")
}

// standsAs is the stage in words, with what was decided: "running (approved)", "rejected".
func standsAs(lang text.Lang, p crm.Proposal) string {
	switch {
	case p.Decision == "":
		return p.Stage.Name(lang)
	case p.Stage == crm.StageDecided:
		return p.Decision.Name(lang)
	}
	return p.Stage.Name(lang) + " (" + p.Decision.Name(lang) + ")"
}

var (
	mineWords = map[string]bool{"mine": true, "vores": true, "mit": true, "egne": true, "my": true, "our": true, "ours": true}
	openWords = map[string]bool{"åbne": true, "åben": true, "open": true, "uafgjorte": true}
	fillers   = map[string]bool{"projekt": true, "projekter": true, "projektforslag": true, "forslag": true, "proposals": true, "proposal": true, "projects": true,
		"i": true, "in": true, "fra": true, "from": true, "kommune": true, "og": true, "and": true, "list": true, "liste": true, "vis": true, "show": true, "de": true, "the": true, "alle": true, "all": true}
	regionWords = map[string]string{"nordjylland": "1081", "midtjylland": "1082", "syddanmark": "1083", "hovedstaden": "1084", "sjælland": "1085", "sjaelland": "1085", "zealand": "1085",
		"østdanmark": directory.EastDenmark, "oestdanmark": directory.EastDenmark}
)

// standings are the names of stages and decisions that are more than one word, the longer ones first, with their codes.
var standings = func() (list []struct{ name, code string }) {
	for _, t := range append(slices.Clone(crm.Stages), crm.Decisions...) {
		for _, lang := range []text.Lang{text.Danish, text.English} {
			if name := t.Name(lang); strings.Contains(name, " ") {
				list = append(list, struct{ name, code string }{name, t.Code})
			}
		}
	}
	slices.SortFunc(list, func(a, b struct{ name, code string }) int { return len(b.name) - len(a.name) })
	return list
}()

// decisionNamed are the decisions that one word of a list means.
var decisionNamed = map[string][]crm.Decision{
	"godkendt": {crm.Approved, crm.ApprovedWithComments}, "godkendte": {crm.Approved, crm.ApprovedWithComments}, "approved": {crm.Approved, crm.ApprovedWithComments},
	"afvist": {crm.Rejected}, "afviste": {crm.Rejected}, "rejected": {crm.Rejected},
	"trukket": {crm.Withdrawn}, "trukne": {crm.Withdrawn}, "withdrawn": {crm.Withdrawn},
}

// narrowed reads the words of a list: a region, a municipality, a stage or a decision, "mine", "åbne", and words of applicant
// or title.
func narrowed(words string, own crm.Org, on when.Date) crm.ProposalFilter {
	f := crm.ProposalFilter{Viewer: own, Limit: listLength + 1}
	words = " " + strings.ToLower(oneLine(words)) + " "
	for _, s := range standings {
		if !strings.Contains(words, " "+s.name+" ") {
			continue
		}
		words = strings.Replace(words, " "+s.name+" ", " ", 1)
		if _, ok := crm.Find(crm.Decisions, s.code); ok {
			f.Decisions = []crm.Decision{crm.Decision(s.code)}
		} else {
			f.Stage = crm.Stage(s.code)
		}
	}
	tokens := strings.Fields(words)
	var short []string
	for i := 0; i < len(tokens); i++ {
		t := strings.Trim(tokens[i], ".,:;!?\"")
		switch {
		case t == "" || fillers[t]:
		case t == "region" && i+1 < len(tokens) && regionWords[strings.Trim(tokens[i+1], ".,;?")] != "":
			i++
			f.Region = directory.RegionOn(regionWords[strings.Trim(tokens[i], ".,;?")], on)
		case mineWords[t]:
			f.OrgID = own.ID
		case openWords[t]:
			f.OpenOnly = true
		case decisionNamed[t] != nil && f.Decisions == nil:
			f.Decisions = decisionNamed[t]
		case stageNamed(t) != "":
			f.Stage = stageNamed(t)
		case regionWords[t] != "":
			f.Region = directory.RegionOn(regionWords[t], on)
		case f.Municipality == "" && isMunicipality(t):
			m, _ := directory.FindMunicipality(t)
			f.Municipality = m.Code
		default:
			for _, w := range register.Words(register.Fold(t)) {
				if utf8.RuneCountInString(w) < leastSought {
					short = append(short, w)
				} else {
					f.Words = append(f.Words, w)
				}
			}
		}
	}
	if len(f.Words) == 0 {
		f.Words = short // all that was said: "3F"
	}
	return f
}

// leastSought is the fewest letters of a word that a list must have: "på" and "af" stand in every title, or in none.
const leastSought = 3

func isMunicipality(word string) bool {
	_, ok := directory.FindMunicipality(word)
	return ok
}

// stageNamed reads one word for a stage, in both languages; "" is none.
func stageNamed(word string) crm.Stage {
	for _, s := range crm.Stages {
		for _, lang := range []text.Lang{text.Danish, text.English} {
			if name := crm.Stage(s.Code).Name(lang); word == name || word == name+"r" || word == name+"s" || word == s.Code {
				return crm.Stage(s.Code)
			}
		}
	}
	return stageWords[word]
}

var stageWords = map[string]crm.Stage{"høringer": crm.StageConsultation, "hoering": crm.StageConsultation, "ide": crm.StageIdea, "idéer": crm.StageIdea, "ideer": crm.StageIdea,
	"orientering": crm.StageEarlyNotice, "orienteret": crm.StageEarlyNotice, "notice": crm.StageEarlyNotice, "indstillet": crm.StageRecommendation, "afgjorte": crm.StageDecided,
	"igang": crm.StageRunning, "løbende": crm.StageRunning, "afsluttede": crm.StageClosed, "lukket": crm.StageClosed, "lukkede": crm.StageClosed}
