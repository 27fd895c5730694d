package digest

import (
	"slices"
	"strconv"
	"strings"

	"github.com/slack-go/slack"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/directory"
	"samspil/internal/dossier"
	"samspil/internal/text"
	"samspil/internal/when"
)

// A digest shows so many rows of each kind; the others go to its thread, so many in a message. A row has so many
// characters at most, so that a digest stays below 10,000.
const (
	rowsShown   = 6
	threadRows  = 25
	rowLimit    = 240
	checkLimit  = 5
	promiseRows = 5
)

// showDigest is what the channel is told, and what there was no room for.
func showDigest(lang text.Lang, d crm.Digest, day when.Date, n news) (page commands.Reply, rest []commands.Reply) {
	p := commands.NewPage()
	if len(n.missing) > 0 {
		p.Lead(textMissing.In(lang, sources(lang, n)))
	}
	p.Heading(textHeading.In(lang, text.Date(lang, day)))
	p.Para(figures(lang, n))
	for _, s := range sections(lang, day, n) {
		shown := s.rows[:min(len(s.rows), rowsShown)]
		if more := len(s.rows) - len(shown); more > 0 {
			shown = append(slices.Clone(shown), textInThread.In(lang, more))
			rest = append(rest, thread(s.label, s.rows[rowsShown:])...)
		}
		p.List(s.label, shown)
	}
	if len(n.promises) > 0 {
		p.List(textPromises.In(lang, n.due, text.Number(lang, n.overdue)), promiseLines(lang, n))
	}
	p.Buttons(joinButtons(lang, d, n)...)
	p.Buttons(positionButtons(lang, n)...)
	p.Buttons(followButtons(lang, n)...)
	p.Buttons(checkButtons(lang, n)...)
	p.Small(textFoot.In(lang, filterLine(lang, day, d)))
	return p.Reply(), rest
}

// section is a list under a label.
type section struct {
	label string
	rows  []string
}

func sections(lang text.Lang, day when.Date, n news) []section {
	var contacts, overlaps, plans, proposals, open []string
	for _, i := range n.contacts {
		contacts = append(contacts, row(lang, i))
	}
	for _, i := range n.overlaps() {
		overlaps = append(overlaps, text.Cut(textOverlap.In(lang, i.company.Name, i.Org.Name(lang), text.ShortDate(lang, i.Date), i.beside.Org.Name(lang), text.ShortDate(lang, i.beside.Date)), rowLimit))
	}
	for _, i := range n.plans {
		plans = append(plans, row(lang, i))
	}
	for _, p := range n.proposals {
		proposals = append(proposals, proposalRow(lang, p))
	}
	for _, c := range n.consultations {
		open = append(open, consultationRow(lang, day, c))
	}
	return []section{{labelPlans.In(lang), plans}, {labelContacts.In(lang), contacts}, {labelOverlaps.In(lang), overlaps}, {labelProposals.In(lang), proposals}, {labelConsultations.In(lang), open}}
}

func row(lang text.Lang, i item) string {
	return text.Cut(i.company.Name+" · "+dossier.Line(lang, i.Disclosed), rowLimit)
}

func proposalRow(lang text.Lang, p crm.Proposal) string {
	line := textProposal.In(lang, text.Cut(p.Title, rowLimit/2), p.Org.Name(lang), p.Stage.Name(lang))
	if !p.Deadline.IsZero() {
		line += " · " + textDeadline.In(lang, text.ShortDate(lang, p.Deadline))
	}
	return text.Cut(line, rowLimit)
}

func consultationRow(lang text.Lang, day when.Date, c crm.OpenConsultation) string {
	var names []string
	for _, o := range c.Waiting() {
		names = append(names, o.Name(lang))
	}
	row := text.Cut(c.Proposal.Title, rowLimit/3) + " · " + textDeadline.In(lang, text.ShortDate(lang, c.Deadline)) + " (" + dossier.Distance(lang, c.Deadline, day) + ")"
	switch {
	case len(names) > 0:
		row += " · " + textWaiting.In(lang, text.List(lang, names))
	case len(c.Heard) > 0:
		row += " · " + textAllAnswered.In(lang)
	}
	return text.Cut(row, rowLimit)
}

// thread is what there was no room for, in messages of a bearable length.
func thread(label string, rows []string) (list []commands.Reply) {
	for part := range slices.Chunk(rows, threadRows) {
		list = append(list, commands.NewPage().List(label, part).Reply())
	}
	return list
}

func promiseLines(lang text.Lang, n news) (rows []string) {
	for _, p := range n.promises[:min(len(n.promises), promiseRows)] {
		rows = append(rows, text.Cut(textPromise.In(lang, p.Company.Name, p.Owner.Name, text.ShortDate(lang, p.Due)), rowLimit))
	}
	return rows
}

// checkButtons lead to what each reader may see of the companies that are about to be visited.
func checkButtons(lang text.Lang, n news) (row []commands.Button) {
	var done []string
	for _, i := range append(slices.Clone(n.plans), n.contacts...) {
		if len(row) < checkLimit && !slices.Contains(done, i.company.CVR) {
			done = append(done, i.company.CVR)
			row = append(row, commands.Button{ID: "check.show", Value: i.company.CVR, Label: buttonCheck.In(lang, i.company.Name)})
		}
	}
	return row
}

// joinButtons let a reader come along on what another organisation plans. Who presses acts for their own, as far as that one
// may see: the digest knows only that somebody of another organisation reads it.
func joinButtons(lang text.Lang, d crm.Digest, n news) (row []commands.Button) {
	for _, i := range n.plans {
		if len(row) < checkLimit && (i.Org.ID != d.Org.ID || n.readers > 1) {
			row = append(row, commands.Button{ID: "visit.join", Value: strconv.FormatInt(i.ID, 10), Label: buttonJoin.In(lang, i.company.Name, text.ShortDate(lang, i.Date))})
		}
	}
	return row
}

// positionButtons lead to the card on which a reader's organisation says what it thinks.
func positionButtons(lang text.Lang, n news) (row []commands.Button) {
	for _, c := range n.consultations {
		if len(row) < checkLimit && len(c.Waiting()) > 0 {
			row = append(row, commands.Button{ID: "consultation.position", Value: strconv.FormatInt(c.ID, 10), Label: buttonPosition.In(lang, c.Proposal.Title)})
		}
	}
	return row
}

// followButtons make a follow-up with a company that others were in contact with.
func followButtons(lang text.Lang, n news) (row []commands.Button) {
	var done []string
	for _, i := range n.contacts {
		if len(row) < checkLimit && !slices.Contains(done, i.company.CVR) {
			done = append(done, i.company.CVR)
			row = append(row, commands.Button{ID: "followup.new", Value: i.company.CVR, Label: buttonFollow.In(lang, i.company.Name)})
		}
	}
	return row
}

// figures is the digest in one line.
func figures(lang text.Lang, n news) string {
	var parts []string
	add := func(p text.Plural, count int) {
		if count > 0 {
			parts = append(parts, p.In(lang, count))
		}
	}
	add(countContacts, len(n.contacts))
	add(countOverlaps, len(n.overlaps()))
	add(countPlans, len(n.plans))
	add(countProposals, len(n.proposals))
	add(countConsultations, len(n.consultations))
	add(countPromises, n.due)
	return textFigures.In(lang, text.List(lang, parts))
}

func sources(lang text.Lang, n news) string {
	var names []string
	for _, s := range n.missing {
		names = append(names, s.In(lang))
	}
	return text.List(lang, names)
}

// filterLine says what the channel chose.
func filterLine(lang text.Lang, day when.Date, d crm.Digest, orgs ...string) string {
	names := append([]string{d.Org.Name(lang)}, orgs...)
	for _, code := range d.Filter.Regions {
		names = append(names, directory.RegionName(directory.RegionOn(code, day), lang))
	}
	for _, code := range d.Filter.Municipalities {
		names = append(names, directory.MunicipalityName(code))
	}
	for _, code := range d.Filter.Purposes {
		names = append(names, crm.Purpose(code).Name(lang))
	}
	for _, cvr := range d.Filter.Companies {
		names = append(names, "CVR "+cvr)
	}
	return strings.Join(names, ", ")
}

// showPreview is the digest for its asker only.
func showPreview(req commands.Request, d crm.Digest, n news) commands.Reply {
	p := commands.NewPage()
	if n.empty() {
		if len(n.missing) > 0 {
			p.Lead(textMissing.In(d.Lang, sources(d.Lang, n)))
		}
		return p.Para(textNothing.In(req.Lang)).Reply()
	}
	page, _ := showDigest(d.Lang, d, when.DateOf(req.Now), n)
	return p.Small(textPreview.In(req.Lang)).Append(page).Reply()
}

func showNone(req commands.Request) commands.Reply {
	p := commands.NewPage().Para(textNone.In(req.Lang))
	return p.Buttons(commands.Button{ID: "digest.on", Value: "on", Label: buttonOn.In(req.Lang), Primary: true}, commands.Button{ID: "digest.now", Value: "now", Label: buttonNow.In(req.Lang)}).Reply()
}

// whenLine is how often and when.
func whenLine(lang text.Lang, d crm.Digest) string {
	if d.Weekly > 0 {
		return textWeekly.In(lang, weekdays[d.Weekly-1].In(lang), text.Clock(lang, d.At))
	}
	return textDaily.In(lang, text.Clock(lang, d.At))
}

func showSettings(req commands.Request, d crm.Digest, a crm.Audience, orgs []string, title string) commands.Reply {
	lang := req.Lang
	p := commands.NewPage().Lead(title)
	rows := []string{whenLine(lang, d), textAbout.In(lang, filterLine(lang, when.DateOf(req.Now), d, orgs...)), textLang.In(lang, langName(lang, d.Lang)), textSetBy.In(lang, d.Person.Name, d.Org.Name(lang))}
	if why, ok := whys[d.Why]; ok && !d.On {
		rows = append(rows, why.In(lang))
	}
	p.List(textSettings.In(lang), rows)
	if d.On && len(others(a.Orgs, d.Org.ID)) > 0 {
		p.Small(textLowest.In(lang, orgNames(lang, a.Orgs)))
	}
	turn := commands.Button{ID: "digest.off", Value: "off", Label: buttonOff.In(lang)}
	if !d.On {
		turn = commands.Button{ID: "digest.on", Value: "on", Label: buttonOn.In(lang), Primary: true}
	}
	return p.Buttons(commands.Button{ID: "digest.now", Value: "now", Label: buttonNow.In(lang)}, turn).Reply()
}

func orgNames(lang text.Lang, orgs []crm.Org) string {
	var names []string
	for _, o := range orgs {
		names = append(names, o.Name(lang))
	}
	text.Sort(lang, names)
	return text.List(lang, names)
}

// showConfirm asks before a channel is told that staff of several organisations read.
func showConfirm(req commands.Request, d crm.Digest, a crm.Audience, value string) commands.Reply {
	lang := req.Lang
	p := commands.NewPage().Lead(textConfirm.In(lang)).Para(textReaders.In(lang, orgNames(lang, a.Orgs))).Para(whenLine(lang, d))
	return p.Buttons(commands.Button{ID: "digest.confirm", Value: value, Label: buttonConfirm.In(lang), Primary: true},
		commands.Button{ID: "digest.keep", Value: "keep", Label: buttonKeep.In(lang)}).Reply()
}

// showStopped tells who set it up that it is off. The channel is named so that Slack shows its name.
func showStopped(lang text.Lang, d crm.Digest, because string) commands.Reply {
	reply := commands.NewPage().Lead(textStopped.In(lang)).Para(because).Small(textStoppedHow.In(lang)).Reply()
	channel := slack.NewTextBlockObject(slack.MarkdownType, "<#"+d.Channel+">", false, false)
	reply.Blocks = slices.Insert(reply.Blocks, 1, slack.Block(slack.NewSectionBlock(channel, nil, nil)))
	return reply
}
