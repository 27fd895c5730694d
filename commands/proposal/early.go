package proposal

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/directory"
	"samspil/internal/text"
	"samspil/internal/when"
)

// sides are the secretariats that are to talk early about proposals, by the types of package directory: business
// promotion, employment, and adult education. A proposal of one side is told to the two others; one of somebody else, a
// municipality or a job centre, to all three.
var sides = [][]string{
	{"growth_forum", "business_hub"},
	{"employment_council", "labour_council", "employment_region"},
	{"veu_centre", "vocational_school"},
}

// counterparts are the secretariats to be told of a proposal: of the other sides, in its regions, that exist that day.
func counterparts(p crm.Proposal, all []crm.Org, on when.Date) []crm.Org {
	var list []crm.Org
	for _, side := range sides {
		if slices.Contains(side, p.Org.Type) {
			continue
		}
		for _, o := range all {
			here := slices.Contains(p.Marks.Regions, o.Region) || slices.Contains(p.Marks.Regions, directory.RegionOn(o.Region, on))
			if o.ID != p.Org.ID && o.Public && o.Region != "" && here && o.ExistsOn(on) && slices.Contains(side, o.Type) {
				list = append(list, o)
			}
		}
	}
	return list
}

func (f *feature) registerButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	id, err := pressed(req)
	if err != nil {
		return commands.Reply{}, err
	}
	return f.register(ctx, req, id)
}

// register makes a draft known: the counterparts that have a channel are told at once, in the same transaction; those
// without are named in the answer.
func (f *feature) register(ctx context.Context, req commands.Request, id int64) (commands.Reply, error) {
	p, err := f.own(ctx, req, id)
	if err != nil {
		return commands.Reply{}, err
	}
	if !p.SharedAt.IsZero() {
		return commands.Reply{}, crm.Errorf(crm.Conflict, errShared, id)
	}
	told, untold, jobs, err := f.early(ctx, req, p)
	if err != nil {
		return commands.Reply{}, err
	}
	ids := make([]int64, len(told))
	for i, o := range told {
		ids[i] = o.ID
	}
	after, err := f.store.ShareProposal(ctx, entry(req, jobs...), id, p.Version, ids) // the notices tell of this version
	if err != nil {
		return commands.Reply{}, err
	}
	lead := textRegistered
	if !p.Org.Public {
		lead = textRegOwn
	}
	to := commands.NewPage().Lead(lead.In(req.Lang, id))
	to.Para(toldWords(req.Lang, after, told, untold))
	return f.showOn(ctx, req, to, after)
}

// toldWords says who was told and who was not.
func toldWords(lang text.Lang, p crm.Proposal, told, untold []crm.Org) string {
	var said []string
	switch {
	case !p.Org.Public:
		said = append(said, textPrivate.In(lang))
	case len(p.Marks.Regions) == 0:
		said = append(said, textNoRegion.In(lang))
	case len(told)+len(untold) == 0:
		said = append(said, textNobody.In(lang))
	}
	if len(told) > 0 {
		said = append(said, textToldNow.In(lang, days(p), orgNames(lang, told)))
	}
	if len(untold) > 0 {
		said = append(said, textUntold.In(lang, orgNames(lang, untold)))
	}
	return strings.Join(said, "\n")
}

func orgNames(lang text.Lang, orgs []crm.Org) string {
	var names []string
	for _, o := range orgs {
		names = append(names, o.Name(lang))
	}
	text.Sort(lang, names)
	return text.List(lang, names)
}

// early makes the messages to the counterparts of a proposal that is about to be shared.
func (f *feature) early(ctx context.Context, req commands.Request, p crm.Proposal) (told, untold []crm.Org, jobs []crm.Job, err error) {
	if !p.Org.Public { // others could not see it
		return nil, nil, nil, nil
	}
	all, err := f.store.Orgs(ctx)
	if err != nil {
		return nil, nil, nil, err
	}
	channels, err := f.store.OrgChannels(ctx)
	if err != nil {
		return nil, nil, nil, err
	}
	p.SharedAt, p.Stage = req.Now, crm.StageEarlyNotice
	for _, o := range counterparts(p, all, today(req)) {
		i := slices.IndexFunc(channels, func(ch crm.OrgChannel) bool { return ch.Org.ID == o.ID })
		if i >= 0 {
			ok, err := readers(p, o).AreAll(ctx, f.channels, crm.Person{Team: channels[i].Team, Org: o}, channels[i].Channel)
			if err != nil {
				return nil, nil, nil, err
			}
			if !ok {
				i = -1 // somebody has come into the channel who may not know
			}
		}
		if i < 0 {
			untold = append(untold, o)
			continue
		}
		job, err := f.notice(ctx, p, channels[i], "")
		if err != nil {
			return nil, nil, nil, err
		}
		told, jobs = append(told, o), append(jobs, job)
	}
	return told, untold, jobs, nil
}

// corrected makes the notices of a shared proposal anew, as it is about to stand: the messages are changed where they are.
func (f *feature) corrected(ctx context.Context, req commands.Request, p crm.Proposal) ([]crm.Job, error) {
	if p.SharedAt.IsZero() || !p.Org.Public {
		return nil, nil
	}
	told, err := f.store.ProposalNotices(ctx, p.ID)
	if err != nil || len(told) == 0 {
		return nil, err
	}
	channels, err := f.store.OrgChannels(ctx)
	if err != nil {
		return nil, err
	}
	var jobs []crm.Job
	for _, ch := range channels {
		if !slices.ContainsFunc(told, func(n crm.ProposalNotice) bool { return n.Org.ID == ch.Org.ID }) {
			continue
		}
		lang := cmp.Or(ch.Lang, text.Danish)
		job, err := f.notice(ctx, p, ch, textNoticeCorrected.In(lang, text.Time(lang, req.Now), req.Person.Name))
		if err != nil {
			return nil, err
		}
		jobs = append(jobs, job)
	}
	return jobs, nil
}

// notice is what one counterpart is told, in the language of its channel; also is a line below it, "" for none.
func (f *feature) notice(ctx context.Context, p crm.Proposal, ch crm.OrgChannel, also string) (crm.Job, error) {
	lang := cmp.Or(ch.Lang, text.Danish)
	similar, err := f.store.SimilarProposals(ctx, p, ch.Org, fewSimilar)
	if err != nil {
		return crm.Job{}, err
	}
	similar = slices.DeleteFunc(similar, func(s crm.SimilarProposal) bool { return s.SharedAt.IsZero() || !s.Org.Public }) // others may read along
	to := commands.NewPage().Heading(textNoticeHead.In(lang, p.ID)).Lead(oneLine(p.Title))
	to.Para(textNotice.In(lang, days(p), p.Org.Name(lang), p.Person.Name))
	to.Para(facts(lang, p))
	to.List(textSimilar.In(lang), similarLines(lang, similar))
	value := fmt.Sprint(p.ID)
	to.Small(textNoticeWhy.In(lang))
	if also != "" {
		to.Small(also)
	}
	to.Buttons(commands.Button{ID: "proposal.show", Value: value, Label: buttonShow.In(lang), Primary: true},
		commands.Button{ID: "proposal.comment", Value: value, Label: buttonComment.In(lang)})
	m := commands.NewMessage(crm.Person{Team: ch.Team}, ch.Channel, lang, to.Reply())
	m.Key = fmt.Sprintf("proposal.%d.notice.%d", p.ID, ch.Org.ID)
	m.Readers = readers(p, ch.Org)
	return m.Job()
}

// readers are those who may read what an organisation is told of a proposal.
func readers(p crm.Proposal, told crm.Org) *commands.Readers {
	return &commands.Readers{Orgs: []int64{p.Org.ID, told.ID}, Public: p.Org.Public}
}

// facts are the proposal's own in a few lines.
func facts(lang text.Lang, p crm.Proposal) string {
	lines := []string{labelApplicant.In(lang) + ": " + orNotStated(oneLine(p.Applicant), lang)}
	applied, when := "", ""
	if p.Applied >= 0 {
		applied = textKroner.In(lang, text.Number(lang, int(p.Applied)))
	}
	if !p.From.IsZero() && !p.To.IsZero() {
		when = text.ShortDate(lang, p.From) + " – " + text.ShortDate(lang, p.To)
	}
	var places []string
	for _, code := range p.Marks.Municipalities {
		places = append(places, directory.MunicipalityName(code))
	}
	lines = append(lines, labelAmount.In(lang)+": "+orNotStated(applied, lang), labelPeriod.In(lang)+": "+orNotStated(when, lang),
		labelMunicipalities.In(lang)+": "+orNotStated(strings.Join(places, ", "), lang))
	if !p.Deadline.IsZero() {
		lines = append(lines, labelDeadlines.In(lang)+": "+text.ShortDate(lang, p.Deadline))
	}
	return strings.Join(lines, "\n")
}
