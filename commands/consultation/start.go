package consultation

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"

	"samspil/commands"
	"samspil/internal/cards"
	"samspil/internal/crm"
	"samspil/internal/summary"
	"samspil/internal/text"
	"samspil/internal/when"
)

const (
	mostOptions  = 100  // of a field: Slack's limit
	mostOffered  = 20   // while somebody types
	mostQuestion = 1000 // characters
	mostNamed    = 3    // organisations that read along
)

// starting is what the form of a new consultation takes along.
type starting struct {
	Proposal int64  `json:"p"`
	Channel  string `json:"c,omitempty"` // where it was asked for, and the status will stand
}

func (f *feature) startButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	id, err := strconv.ParseInt(req.Value, 10, 64)
	if err != nil {
		return commands.Reply{}, crm.Errorf(crm.Invalid, errOldButton).Because(err)
	}
	return f.startForm(ctx, req, id)
}

// mayStart gives the proposal where the person may start a consultation on it.
func (f *feature) mayStart(ctx context.Context, req commands.Request, id int64) (crm.Proposal, error) {
	p, err := f.store.ConsultedProposal(ctx, id)
	switch {
	case err == nil && !p.CanSee(req.Person), crm.IsKind(err, crm.NotFound):
		return p, crm.Errorf(crm.NotFound, errNoProposal, id)
	case err != nil:
		return p, err
	case !p.CanConsult(req.Person):
		return p, crm.Errorf(crm.Forbidden, errNotYours, p.Org.Name(req.Lang))
	case !p.CanBeHeard():
		return p, crm.Errorf(crm.Conflict, errNotNow, id, p.Stage.Name(req.Lang))
	}
	return p, nil
}

// startForm opens the form of a new consultation.
func (f *feature) startForm(ctx context.Context, req commands.Request, id int64) (commands.Reply, error) {
	p, err := f.mayStart(ctx, req, id)
	if err != nil {
		return commands.Reply{}, err
	}
	if p.Stage == crm.StageConsultation {
		return commands.Reply{}, crm.Errorf(crm.Conflict, errHeardNow, id)
	}
	offered, chosen, absent, err := f.toHear(ctx, req, p)
	if err != nil {
		return commands.Reply{}, err
	}
	lang := req.Lang
	further := commands.Field{Name: "further", Label: labelFurther.In(lang), Kind: commands.FieldSearchMany, Search: "consultation.org", Required: len(offered) == 0}
	fields := []commands.Field{further,
		{Name: "deadline", Label: labelDeadline.In(lang), Hint: hintDeadline.In(lang), Kind: commands.FieldDate, Required: true, Values: []string{crm.ConsultationDeadline(today(req)).String()}},
		{Name: "question", Label: labelQuestion.In(lang), Hint: hintQuestion.In(lang), Kind: commands.FieldLong, MaxRunes: mostQuestion}}
	if len(offered) > 0 {
		fields = append([]commands.Field{{Name: "heard", Label: labelHeard.In(lang), Hint: hintHeard.In(lang), Kind: commands.FieldMany, Options: offered, Values: chosen}}, fields...)
	}
	intro := introStart.In(lang, p.ID, p.Title)
	if len(absent) > 0 {
		intro += "\n" + textAbsent.In(lang, text.List(lang, absent))
	}
	carry, err := json.Marshal(starting{id, req.Channel})
	form := commands.Form{ID: "consultation.start", Title: titleStart.In(lang), Submit: buttonStart.In(lang), Metadata: string(carry),
		Intro: intro, Fields: fields}
	return form.Reply(lang), err
}

// toHear offers those that have a channel or are suggested by the card. Chosen are the suggested ones; where none is, those
// with a channel. Absent are the names of what is suggested and is no organisation here: "the schools of the area".
func (f *feature) toHear(ctx context.Context, req commands.Request, p crm.Proposal) (offered []commands.Option, chosen, absent []string, err error) {
	reached, err := f.store.HearingChannels(ctx)
	if err != nil {
		return nil, nil, nil, err
	}
	all, err := f.others(ctx, req)
	if err != nil {
		return nil, nil, nil, err
	}
	suggested := cards.Hear(p, today(req))
	for _, code := range suggested {
		if code != req.Person.Org.Code && !slices.ContainsFunc(all, func(o crm.Org) bool { return o.Code == code }) {
			absent = append(absent, summary.ActorName(code, req.Lang))
		}
	}
	var withChannel []string
	for _, o := range all {
		has := slices.ContainsFunc(reached, func(h crm.Heard) bool { return h.Org.ID == o.ID })
		wanted := slices.Contains(suggested, o.Code)
		if !has && !wanted || len(offered) == mostOptions {
			continue
		}
		label := o.Name(req.Lang)
		if !has {
			label = optionSilent.In(req.Lang, text.Cut(label, 55))
		}
		offered = append(offered, commands.Option{Value: o.Code, Label: text.Cut(label, 75)})
		if has {
			withChannel = append(withChannel, o.Code)
		}
		if wanted {
			chosen = append(chosen, o.Code)
		}
	}
	if len(chosen) == 0 {
		chosen = withChannel
	}
	return offered, chosen, absent, nil
}

// others are the organisations of today but the person's own, by name.
func (f *feature) others(ctx context.Context, req commands.Request) ([]crm.Org, error) {
	all, err := f.store.Orgs(ctx)
	all = slices.DeleteFunc(all, func(o crm.Org) bool { return o.ID == req.Person.Org.ID || !o.ExistsOn(today(req)) })
	slices.SortStableFunc(all, func(a, b crm.Org) int { return strings.Compare(a.Name(req.Lang), b.Name(req.Lang)) })
	return all, err
}

// suggest offers organisations while somebody types.
func (f *feature) suggest(ctx context.Context, req commands.Request) (commands.Reply, error) {
	all, err := f.others(ctx, req)
	typed := strings.ToLower(strings.TrimSpace(req.Text))
	var found []commands.Option
	for _, o := range all {
		names := strings.ToLower(strings.Join(append([]string{o.NameDA, o.NameEN}, o.Aliases...), "\n"))
		if strings.Contains(names, typed) && len(found) < mostOffered {
			found = append(found, commands.Option{Value: o.Code, Label: text.Cut(o.Name(req.Lang), 75)})
		}
	}
	return commands.Reply{Options: found}, err
}

// submitStart begins the consultation, or names what is wrong at the field where it is wrong.
func (f *feature) submitStart(ctx context.Context, req commands.Request) (commands.Reply, error) {
	var s starting
	if err := json.Unmarshal([]byte(req.Metadata), &s); err != nil {
		return commands.Reply{}, crm.Errorf(crm.Invalid, errOldButton).Because(err)
	}
	p, err := f.mayStart(ctx, req, s.Proposal)
	if err != nil {
		return commands.Reply{}, err
	}
	wrong := map[string]string{}
	heard, err := f.chosen(ctx, req, wrong)
	if err != nil {
		return commands.Reply{}, err
	}
	if len(heard) == 0 && wrong["further"] == "" {
		wrong["further"] = errNobody.In(req.Lang)
	}
	deadline := deadlineOf(req, wrong)
	if len(wrong) > 0 {
		return commands.Reply{Errors: wrong}, nil
	}
	c := crm.Consultation{ProposalID: p.ID, Org: req.Person.Org, Question: text.Cut(value(req, "question"), mostQuestion), Deadline: deadline, Team: req.Person.Team, Heard: heard}
	var why string
	if c.Channel, why, err = f.statusChannel(ctx, req, c, s.Channel); err != nil {
		return commands.Reply{}, err
	}
	c, err = f.store.StartConsultation(ctx, entry(req), c, told(p, idsOf(heard)...))
	if err != nil {
		return commands.Reply{}, err
	}
	return started(req, c, p, why), nil
}

// statusChannel is where the status of a consultation may stand: in the channel where it was asked for, if all who read it
// ask or are heard; else "", with who asked, and why.
func (f *feature) statusChannel(ctx context.Context, req commands.Request, c crm.Consultation, channel string) (allowed, why string, err error) {
	if channel == "" || strings.HasPrefix(channel, "D") {
		return "", "", nil // a conversation with the program itself
	}
	a, err := f.channels.Audience(ctx, req.Person, channel)
	switch said, refused := errors.AsType[*crm.Error](err); {
	case refused && said.Kind == crm.Forbidden || err == nil && !a.Certain():
		return "", textOwnUnknown.In(req.Lang), nil
	case refused && said.Kind == crm.Invalid:
		return "", "", nil
	case err != nil:
		return "", "", err
	}
	var others []string
	for _, o := range a.Others(c.SeenBy) {
		others = append(others, o.Name(req.Lang))
	}
	if n := len(others) - mostNamed; n > 1 {
		others = append(others[:mostNamed], textOthers.In(req.Lang, n))
	}
	if len(others) > 0 {
		return "", textOwnOthers.In(req.Lang, text.List(req.Lang, others)), nil
	}
	return channel, "", nil
}

// chosen are the organisations of both fields, each once. Where others are typed and not chosen from the list, they are found
// by name or code; wrong names what is none.
func (f *feature) chosen(ctx context.Context, req commands.Request, wrong map[string]string) ([]crm.Heard, error) {
	all, err := f.others(ctx, req)
	if err != nil {
		return nil, err
	}
	codes := slices.Clone(req.Values["heard"])
	for _, typed := range req.Values["further"] {
		for _, words := range orParts(all, typed) {
			if isCalled(req.Person.Org, words) {
				wrong["further"] = errOwn.In(req.Lang, req.Person.Org.Name(req.Lang))
				continue
			}
			i := slices.IndexFunc(all, func(o crm.Org) bool { return isCalled(o, words) })
			if i < 0 {
				wrong["further"] = errOrg.In(req.Lang, text.Cut(words, mostTyped))
				continue
			}
			codes = append(codes, all[i].Code)
		}
	}
	var heard []crm.Heard
	for _, o := range all {
		if slices.Contains(codes, o.Code) {
			heard = append(heard, crm.Heard{Org: o})
		}
	}
	return heard, nil
}

// mostTyped is how much of what was typed an error repeats, in characters.
const mostTyped = 60

// orParts is what was typed, or what stands between its commas where it is no name of its own.
func orParts(all []crm.Org, typed string) (parts []string) {
	if slices.ContainsFunc(all, func(o crm.Org) bool { return isCalled(o, typed) }) {
		return []string{typed}
	}
	for part := range strings.FieldsFuncSeq(typed, func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

// isCalled reports the organisation's code, or one of its names.
func isCalled(o crm.Org, words string) bool {
	return slices.ContainsFunc(append([]string{o.Code, o.NameDA, o.NameEN}, o.Aliases...), func(name string) bool {
		return name != "" && strings.EqualFold(name, strings.TrimSpace(words))
	})
}

func deadlineOf(req commands.Request, wrong map[string]string) when.Date {
	day, err := when.ParseISO(value(req, "deadline"))
	if err != nil {
		wrong["deadline"] = errDay.In(req.Lang)
		return day
	}
	if e := crm.CheckDeadline(req.Lang, day, today(req)); e != nil {
		wrong["deadline"] = e.In(req.Lang)
	}
	return day
}

// started says who was asked where, and names those who have no channel.
func started(req commands.Request, c crm.Consultation, p crm.Proposal, why string) commands.Reply {
	var asked, without []string
	for _, h := range c.Heard {
		if h.Channel == "" {
			without = append(without, h.Org.Name(req.Lang))
		} else {
			asked = append(asked, h.Org.Name(req.Lang))
		}
	}
	to := commands.NewPage().Lead(textStarted.In(req.Lang, p.ID, text.Date(req.Lang, c.Deadline)))
	to.List(labelTold.In(req.Lang), asked).List(labelUntold.In(req.Lang), without)
	if len(without) > 0 {
		to.Para(textUntold.In(req.Lang, p.ID))
	}
	if why != "" {
		to.Small(why)
	}
	return to.Reply()
}
