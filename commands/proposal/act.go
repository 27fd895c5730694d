package proposal

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

// wordsLimit is how many characters a comment has.
const wordsLimit = 5000

// comment adds one, or opens the form for it where nothing was said.
func (f *feature) comment(ctx context.Context, req commands.Request, id int64, words string) (commands.Reply, error) {
	p, err := f.visible(ctx, req, id)
	if err != nil {
		return commands.Reply{}, err
	}
	if words == "" {
		return commentForm(req, p), nil
	}
	if err := fits(words); err != nil {
		return commands.Reply{}, err
	}
	if _, err := f.store.AddProposalComment(ctx, entry(req), id, words); err != nil {
		return commands.Reply{}, err
	}
	to := commands.NewPage().Lead(textCommented.In(req.Lang, id)).Para(words).Small(whoReads(req.Lang, p))
	if p.Stage == crm.StageConsultation && slices.Contains(p.Heard, req.Person.Org.ID) {
		to.Small(textNotInNote.In(req.Lang, id))
	}
	return to.Buttons(showButton(req, p)).Reply(), nil
}

func fits(words string) error {
	if n := utf8.RuneCountInString(words); n > wordsLimit {
		return crm.Errorf(crm.Invalid, errLong, n, wordsLimit)
	}
	return nil
}

func showButton(req commands.Request, p crm.Proposal) commands.Button {
	return commands.Button{ID: "proposal.show", Value: fmt.Sprint(p.ID), Label: buttonShow.In(req.Lang)}
}

// withRemarks are the ways to say "with comments" behind "approved".
var withRemarks = regexp.MustCompile(`(?:(?:med|m\.?|with|w/) ?(?:(?:de |få |enkelte |visse |følgende |some |a few )?(?:bemærkning(?:er)?|bem\.?|kommentar(?:er)?|forbehold|vilkår|betingelser?|comments?|remarks?|reservations?|conditions?))|på (?:vilkår|betingelse(?:r)?)(?: af)?|on conditions?|conditionally)`)

// decisionWords are how people begin what was decided, in both languages; the first that fits holds. Behind each follow its
// words. An approval without comments needs a mark before its words: "godkendt delvist" is none.
var decisionWords = []commands.Way[crm.Decision]{
	{Said: regexp.MustCompile(`(?is)^(?:godkendt|bevilget|approved|granted)[\s,:;–-]+` + withRemarks.String() + `((?:\P{L}.*)?)$`), Is: crm.ApprovedWithComments},
	{Said: regexp.MustCompile(`(?is)^(?:trukket tilbage|tilbagetrukket|withdrawn)((?:\P{L}.*)?)$`), Is: crm.Withdrawn},
	{Said: regexp.MustCompile(`(?is)^trukket(\s*(?:[,:.!;\n–-].*)?)$`), Is: crm.Withdrawn},
	{Said: regexp.MustCompile(`(?is)^(?:afvist|afslag|afslået|rejected|refused)((?:\P{L}.*)?)$`), Is: crm.Rejected},
	{Said: regexp.MustCompile(`(?is)^(?:godkendt|bevilget|approved|granted)(\s*(?:[,:.!;\n–-].*)?)$`), Is: crm.Approved, Yes: true},
}

// decided reads what was decided and what was said with it; "" where the line says no decision for certain.
func decided(line string) (is crm.Decision, words string) {
	is, words, ok := commands.Said(decisionWords, line)
	if !ok {
		return "", ""
	}
	return is, words
}

// decide stores what was decided, and what was said with it as a comment.
func (f *feature) decide(ctx context.Context, req commands.Request, id int64, line string) (commands.Reply, error) {
	p, err := f.own(ctx, req, id)
	if err != nil {
		return commands.Reply{}, err
	}
	if !p.CanDecide(req.Person) {
		return commands.Reply{}, crm.Errorf(crm.Forbidden, errRole)
	}
	switch {
	case p.SharedAt.IsZero():
		return commands.Reply{}, crm.Errorf(crm.Conflict, errDecideDraft, id)
	case p.Stage == crm.StageConsultation:
		return commands.Reply{}, crm.Errorf(crm.Conflict, errWhileHeard, id)
	}
	d, rest := decided(line)
	if d == "" {
		return commands.Reply{}, crm.Errorf(crm.Invalid, errDecision, id, termNames(req.Lang, crm.Decisions))
	}
	if err := fits(rest); err != nil {
		return commands.Reply{}, err
	}
	after, err := f.store.DecideProposal(ctx, entry(req), id, p.Version, d, today(req), rest)
	if err != nil {
		return commands.Reply{}, err
	}
	to := commands.NewPage().Lead(textDecided.In(req.Lang, id, after.Decision.Name(req.Lang)))
	if p.Decision != "" && p.Decision != after.Decision { // else the line came twice
		to.Para(textDecidedWas.In(req.Lang, p.Decision.Name(req.Lang), text.ShortDate(req.Lang, p.DecidedOn)))
	}
	return to.Para(listed(req.Lang, after)).Small(textUndoable.In(req.Lang)).Buttons(undoButton(req, after), showButton(req, after)).Reply(), nil
}

// undoButton names the version that it takes back: after anything else it does nothing.
func undoButton(req commands.Request, p crm.Proposal) commands.Button {
	return commands.Button{ID: "proposal.undo", Value: fmt.Sprintf("%d|%d", p.ID, p.Version), Label: buttonUndo.In(req.Lang)}
}

// undo takes back what the person has just decided, or the stage they have just set.
func (f *feature) undo(ctx context.Context, req commands.Request) (commands.Reply, error) {
	var id int64
	var version int
	if n, err := fmt.Sscanf(req.Value, "%d|%d", &id, &version); n != 2 || err != nil {
		return commands.Reply{}, crm.Errorf(crm.Invalid, errOldButton)
	}
	before, err := f.own(ctx, req, id)
	if err != nil {
		return commands.Reply{}, err
	}
	after, err := f.store.UndoProposal(ctx, entry(req), id, version, req.Now.Add(-crm.UndoWindow))
	if err != nil {
		return commands.Reply{}, err
	}
	comments, err := f.store.ProposalComments(ctx, id)
	if err != nil {
		return commands.Reply{}, err
	}
	to := commands.NewPage().Lead(textUndone.In(req.Lang, id, standsAs(req.Lang, after))).Para(listed(req.Lang, after))
	if slices.ContainsFunc(comments, func(c crm.ProposalComment) bool { return c.At.Equal(before.UpdatedAt) && c.Person.ID == req.Person.ID }) {
		to.Para(textUndoneWords.In(req.Lang)) // what was said with the decision
	}
	reply := to.Buttons(showButton(req, after)).Reply()
	reply.Replace = true
	return reply, nil
}

// delete deletes a draft of the person's own organisation. What others have seen is withdrawn instead.
func (f *feature) delete(ctx context.Context, req commands.Request, id int64) (commands.Reply, error) {
	if _, err := f.own(ctx, req, id); err != nil {
		return commands.Reply{}, err
	}
	gone, err := f.store.DeleteProposal(ctx, entry(req), id, 0)
	if err != nil {
		return commands.Reply{}, err
	}
	back := commands.Button{ID: "proposal.restore", Value: fmt.Sprint(id), Label: buttonUndo.In(req.Lang)}
	return commands.NewPage().Lead(textDeleted.In(req.Lang, id, oneLine(gone.Title))).Small(textUndoable.In(req.Lang)).Buttons(back).Reply(), nil
}

// restore takes the deletion back.
func (f *feature) restore(ctx context.Context, req commands.Request) (commands.Reply, error) {
	id, err := pressed(req)
	if err != nil {
		return commands.Reply{}, err
	}
	back, err := f.store.RestoreProposal(ctx, entry(req), id, req.Now.Add(-crm.UndoWindow))
	if crm.IsKind(err, crm.NotFound) {
		err = crm.Errorf(crm.NotFound, errNone, id)
	}
	if err != nil {
		return commands.Reply{}, err
	}
	reply := commands.NewPage().Lead(textRestored.In(req.Lang, id)).Para(listed(req.Lang, back)).Buttons(showButton(req, back)).Reply()
	reply.Replace = true
	return reply, nil
}

func termNames(lang text.Lang, terms []crm.Term) string {
	var names []string
	for _, t := range terms {
		names = append(names, crm.Decision(t.Code).Name(lang))
	}
	return text.OneOf(lang, names)
}

// settable are the stages a person may set. The others follow from what is done: registering gives early notice, a
// consultation is started, and a decision has its own words.
var settable = []crm.Stage{crm.StageIdea, crm.StageRecommendation, crm.StageRunning, crm.StageClosed}

func (f *feature) stage(ctx context.Context, req commands.Request, id int64, line string) (commands.Reply, error) {
	p, err := f.own(ctx, req, id)
	if err != nil {
		return commands.Reply{}, err
	}
	to := stageOf(line)
	switch {
	case !slices.Contains(settable, to):
		var names []string
		for _, s := range settable {
			if (s == crm.StageIdea) == p.SharedAt.IsZero() {
				names = append(names, s.Name(req.Lang))
			}
		}
		return commands.Reply{}, crm.Errorf(crm.Invalid, errStage, id, text.OneOf(req.Lang, names))
	case (to == crm.StageIdea) != p.SharedAt.IsZero():
		return commands.Reply{}, crm.Errorf(crm.Invalid, errStageOrder, id)
	case p.Stage == crm.StageConsultation:
		return commands.Reply{}, crm.Errorf(crm.Conflict, errWhileHeard, id)
	case to == crm.StageRecommendation && p.Decision != "":
		return commands.Reply{}, crm.Errorf(crm.Conflict, errStageDecided, id, p.Decision.Name(req.Lang))
	case to == crm.StageRunning && !p.Decision.IsApproval():
		return commands.Reply{}, crm.Errorf(crm.Conflict, errStageApproved, id)
	}
	after, err := f.store.SetProposalStage(ctx, entry(req), id, p.Version, to)
	if err != nil {
		return commands.Reply{}, err
	}
	return commands.NewPage().Lead(textStaged.In(req.Lang, id, after.Stage.Name(req.Lang))).Para(listed(req.Lang, after)).
		Small(textUndoable.In(req.Lang)).Buttons(undoButton(req, after), showButton(req, after)).Reply(), nil
}

// stageOf reads a whole line as a stage: its name in either language, or one word for it.
func stageOf(line string) crm.Stage {
	line = strings.ToLower(oneLine(line))
	return stageNamed(strings.TrimPrefix(line, "til "))
}

func (f *feature) similarButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	id, err := pressed(req)
	if err != nil {
		return commands.Reply{}, err
	}
	return f.similar(ctx, req, id)
}

// similar lists the proposals that look like one, with the reasons.
func (f *feature) similar(ctx context.Context, req commands.Request, id int64) (commands.Reply, error) {
	p, err := f.visible(ctx, req, id)
	if err != nil {
		return commands.Reply{}, err
	}
	found, err := f.store.SimilarProposals(ctx, p, req.Person.Org, listLength)
	if err != nil {
		return commands.Reply{}, err
	}
	if len(found) == 0 {
		return commands.Sentence(textNoneSimilar.In(req.Lang, id)), nil
	}
	to := commands.NewPage().Lead(textSimilarTo.In(req.Lang, id))
	for _, s := range found {
		to.Para(similarLine(req.Lang, s)).Buttons(showButton(req, s.Proposal))
	}
	return to.Reply(), nil
}

func similarLines(lang text.Lang, found []crm.SimilarProposal) []string {
	var list []string
	for _, s := range found {
		list = append(list, similarLine(lang, s))
	}
	return list
}

func similarLine(lang text.Lang, s crm.SimilarProposal) string {
	var why []string
	for _, w := range s.Why {
		why = append(why, likenesses[w].In(lang))
	}
	return fmt.Sprintf("#%d %s · %s · %s: %s", s.ID, oneLine(s.Title), s.Org.Name(lang), s.Stage.Name(lang), text.List(lang, why))
}
