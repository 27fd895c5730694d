package help

import (
	"context"
	"strconv"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

var (
	errNoAdmin    = text.New("Kun en administrator kan give adgang.", "Only an administrator can give access.")
	errOldButton  = text.New("Knappen virker ikke længere. Skriv /samspil adgang igen.", "The button no longer works. Type /samspil access again.")
	textNobody    = text.New("Ingen venter på adgang.", "Nobody is waiting for access.")
	textWaiting   = text.New("De venter på adgang", "Waiting for access")
	textWhoWaits  = text.New("%s, siden %s", "%s, since %s")
	textLetIn     = text.New("Den, der får adgang, bliver sagsbehandler i %s. Andre roller: /samspil medarbejder.", "Whoever gets access becomes a caseworker in %s. Other roles: /samspil person.")
	buttonAccept  = text.New("Giv %s adgang", "Let %s in")
	buttonDecline = text.New("Afvis %s", "Decline %s")
	textAccepted  = text.New("%s har nu adgang som sagsbehandler i %s.", "%s now has access as a caseworker in %s.")
	textDeclined  = text.New("%s fik ikke adgang.", "%s was not let in.")
)

// shownRequests is how many requests one answer has room for.
const shownRequests = 10

// requests lists who waits, with a button each way.
func (f *feature) requests(ctx context.Context, req commands.Request) (commands.Reply, error) {
	if req.Person.Role != crm.Administrator {
		return commands.Reply{}, crm.Errorf(crm.Forbidden, errNoAdmin)
	}
	list, err := f.settings.AccessRequests(ctx, req.Person.Team)
	if err != nil {
		return commands.Reply{}, err
	}
	lang, page := req.Lang, commands.NewPage()
	if len(list) == 0 {
		return page.Para(textNobody.In(lang)).Reply(), nil
	}
	page.Lead(textWaiting.In(lang))
	for _, a := range list[:min(len(list), shownRequests)] {
		id := strconv.FormatInt(a.ID, 10)
		page.Para(textWhoWaits.In(lang, a.Name, text.Time(lang, a.AskedAt)))
		page.Buttons(commands.Button{ID: "samspil.accept", Value: id, Label: buttonAccept.In(lang, a.Name), Primary: true},
			commands.Button{ID: "samspil.decline", Value: id, Label: buttonDecline.In(lang, a.Name)})
	}
	return page.Small(textLetIn.In(lang, req.Person.Org.Name(lang))).Reply(), nil
}

func (f *feature) accept(ctx context.Context, req commands.Request) (commands.Reply, error) {
	a, err := f.decide(ctx, req, true)
	if err != nil {
		return commands.Reply{}, err
	}
	return f.after(ctx, req, textAccepted.In(req.Lang, a.Name, req.Person.Org.Name(req.Lang)))
}

func (f *feature) decline(ctx context.Context, req commands.Request) (commands.Reply, error) {
	a, err := f.decide(ctx, req, false)
	if err != nil {
		return commands.Reply{}, err
	}
	return f.after(ctx, req, textDeclined.In(req.Lang, a.Name))
}

func (f *feature) decide(ctx context.Context, req commands.Request, yes bool) (crm.AccessRequest, error) {
	if req.Person.Role != crm.Administrator {
		return crm.AccessRequest{}, crm.Errorf(crm.Forbidden, errNoAdmin)
	}
	id, err := strconv.ParseInt(req.Value, 10, 64)
	if err != nil {
		return crm.AccessRequest{}, crm.Errorf(crm.Invalid, errOldButton)
	}
	entry := crm.Entry{RequestID: req.ID, Now: req.Now, Person: req.Person}
	return f.settings.DecideAccess(ctx, entry, id, yes, crm.Caseworker)
}

// after is what the list turns into once one was answered: the others still wait.
func (f *feature) after(ctx context.Context, req commands.Request, sentence string) (commands.Reply, error) {
	rest, err := f.requests(ctx, req)
	reply := commands.NewPage().Para(sentence).Append(rest).Reply()
	reply.Replace, reply.Trouble = true, err // the answer stands
	return reply, nil
}
