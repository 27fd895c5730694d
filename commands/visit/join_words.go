package visit

import (
	"context"
	"strconv"
	"strings"
	"unicode/utf8"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/privacy"
	"samspil/internal/text"
)

// questionLimit is how many characters a question or its answer holds.
const questionLimit = 1000

// wordsForm asks for a few words about a contact.
func wordsForm(req commands.Request, id string, title, intro, label, hint text.Text, limit int, given string) commands.Reply {
	field := commands.Field{Name: "words", Label: label.In(req.Lang), Hint: hint.In(req.Lang), Kind: commands.FieldLong, Required: true, MaxRunes: limit}
	if given != "" {
		field.Values = []string{given}
	}
	return commands.Form{ID: id, Title: title.In(req.Lang), Submit: buttonSend.In(req.Lang), Metadata: req.Value, Intro: intro.In(req.Lang),
		Fields: []commands.Field{field}}.Reply(req.Lang)
}

// wordsFor reads the words of the form; a sentence at the field where they cannot be sent to another organisation.
func wordsFor(req commands.Request, limit int) (words string, wrong map[string]string) {
	words = strings.TrimSpace(strings.Join(req.Values["words"], ""))
	switch kinds := privacy.Kinds(privacy.Warnings(words)); {
	case words == "":
		return "", map[string]string{"words": errWords.In(req.Lang)}
	case utf8.RuneCountInString(words) > limit:
		return "", map[string]string{"words": errWordsLong.In(req.Lang, text.Number(req.Lang, limit))}
	case len(kinds) > 0:
		return "", map[string]string{"words": errWordsHeld.In(req.Lang, warningNames(req.Lang, kinds))}
	}
	return words, nil
}

func (f *feature) bringForm(ctx context.Context, req commands.Request) (commands.Reply, error) {
	id, _, err := numbers(req.Value)
	if err != nil {
		return commands.Reply{}, err
	}
	_, j, _, err := f.joined(ctx, req, id)
	return wordsForm(req, "visit.bring", titleBring, introBring, labelBring, hintBring, crm.BringsLimit, j.Brings), err
}

// bring notes what the organisation brings; the planner's message then says so.
func (f *feature) bring(ctx context.Context, req commands.Request) (commands.Reply, error) {
	id, _, err := numbers(req.Metadata)
	if err != nil {
		return commands.Reply{}, err
	}
	words, wrong := wordsFor(req, crm.BringsLimit)
	if wrong != nil {
		return commands.Reply{Errors: wrong}, nil
	}
	c, j, planner, err := f.joined(ctx, req, id)
	if err != nil {
		return commands.Reply{}, err
	}
	if !f.shown(ctx, req, c) {
		return commands.Reply{}, crm.Errorf(crm.NotFound, textNotJoined, id)
	}
	j.Brings = words
	e := entry(req)
	if e.Jobs, err = f.toPlanner(ctx, req, planner, c, j); err != nil {
		return commands.Reply{}, err
	}
	if err := f.store.SetBrings(ctx, e, id, words); err != nil {
		return commands.Reply{}, err
	}
	return commands.NewPage().Lead(headline(textBrings, req.Lang, c)).Para(words).Small(textPlannerTold.In(req.Lang, planner.Name)).Reply(), nil
}

// asked is a planned contact of another organisation that the person may see, with who planned it.
func (f *feature) asked(ctx context.Context, req commands.Request, id int64) (c crm.Contact, planner crm.Person, err error) {
	agreed, err := f.store.Agreements(ctx)
	if err != nil {
		return c, planner, err
	}
	c, err = f.store.Contact(ctx, id)
	if err != nil && !crm.IsKind(err, crm.NotFound) {
		return c, planner, err
	}
	d, ok := crm.Disclose(c, req.Person.Org, agreed)
	if err != nil || !ok || d.Tier < crm.TierFact || d.Own || !c.DeletedAt.IsZero() {
		return c, planner, crm.Errorf(crm.NotFound, textNoPlan, id)
	}
	planner, err = f.store.PersonByID(ctx, c.Person.ID)
	if err == nil && !planner.SpeaksFor(c.Org) {
		err = crm.Errorf(crm.Conflict, textPlannerGone, planner.Name, c.Org.Name(req.Lang))
	}
	return c, planner, err
}

func (f *feature) askForm(ctx context.Context, req commands.Request) (commands.Reply, error) {
	id, _, err := numbers(req.Value)
	if err != nil {
		return commands.Reply{}, err
	}
	_, _, err = f.asked(ctx, req, id)
	return wordsForm(req, "visit.ask", titleAsk, introAsk, labelAsk, hintAsk, questionLimit, ""), err
}

// ask hands a question over to who planned the contact.
func (f *feature) ask(ctx context.Context, req commands.Request) (commands.Reply, error) {
	id, _, err := numbers(req.Metadata)
	if err != nil {
		return commands.Reply{}, err
	}
	words, wrong := wordsFor(req, questionLimit)
	if wrong != nil {
		return commands.Reply{Errors: wrong}, nil
	}
	c, planner, err := f.asked(ctx, req, id)
	if err != nil {
		return commands.Reply{}, err
	}
	lang := langOf(planner)
	back := commands.Button{ID: "visit.answer", Value: strconv.FormatInt(id, 10) + ":" + strconv.FormatInt(req.Person.ID, 10), Label: buttonAnswer.In(lang)}
	return f.send(ctx, req, c, planner, commands.NewPage().Lead(headline(textAsks, lang, c, req.Person.Name, req.Person.Org.Name(lang))).Para(words).Buttons(back), words)
}

func (f *feature) answerForm(ctx context.Context, req commands.Request) (commands.Reply, error) {
	id, _, err := numbers(req.Value)
	if err != nil {
		return commands.Reply{}, err
	}
	_, err = f.own(ctx, req, id)
	return wordsForm(req, "visit.answer", titleAnswer, introAnswer, labelAnswer, hintAsk, questionLimit, ""), err
}

// answer sends words back to who asked.
func (f *feature) answer(ctx context.Context, req commands.Request) (commands.Reply, error) {
	id, who, err := numbers(req.Metadata)
	if err != nil {
		return commands.Reply{}, err
	}
	words, wrong := wordsFor(req, questionLimit)
	if wrong != nil {
		return commands.Reply{Errors: wrong}, nil
	}
	c, err := f.own(ctx, req, id)
	if err != nil {
		return commands.Reply{}, err
	}
	to, err := f.store.PersonByID(ctx, who)
	if err != nil {
		return commands.Reply{}, err
	}
	// Who asked must still be one to whom the contact may be named.
	if _, _, err := f.asked(ctx, commands.Request{Person: to, Lang: req.Lang}, id); err != nil || !to.Active {
		return commands.Reply{}, crm.Errorf(crm.Forbidden, textNoAnswer, to.Name)
	}
	lang := langOf(to)
	again := commands.Button{ID: "visit.ask", Value: strconv.FormatInt(id, 10), Label: buttonAsk.In(lang)}
	return f.send(ctx, req, c, to, commands.NewPage().Lead(headline(textAnswers, lang, c, req.Person.Name, req.Person.Org.Name(lang))).Para(words).Buttons(again), words)
}

// send hands the page to a person, and shows the words to who wrote them.
func (f *feature) send(ctx context.Context, req commands.Request, c crm.Contact, to crm.Person, page *commands.Page, words string) (commands.Reply, error) {
	e := entry(req)
	var err error
	if e.Jobs, err = jobsOf(commands.NewMessage(to, "", langOf(to), page.Reply())); err != nil {
		return commands.Reply{}, err
	}
	if err := f.store.AskPlanner(ctx, e, c.ID); err != nil {
		return commands.Reply{}, err
	}
	return commands.NewPage().Lead(textSent.In(req.Lang, to.Name, to.Org.Name(req.Lang))).Para(words).Reply(), nil
}
