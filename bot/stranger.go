package bot

import (
	"context"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

// askAction is the button by which somebody unknown asks to be let in.
const askAction = HelpFeature + ".ask"

var (
	buttonAsk      = text.New("Bed om adgang", "Ask for access")
	textAsked      = text.New("Din administrator kan nu se, at du beder om adgang. Prøv igen, når du har fået besked.", "Your administrator can now see that you ask for access. Try again once you hear from them.")
	buttonRequests = text.New("Se anmodninger", "See requests")
	textAsks       = text.New("%s beder om adgang til Samspil.", "%s asks for access to Samspil.")
	errElsewhere   = text.New("Dit arbejdsområde bruger ikke Samspil, så jeg kan hverken vise eller gemme noget for dig. Spørg den kollega, der inviterede dig til kanalen.", "Your workspace does not use Samspil, so I can neither show nor save anything for you. Ask the colleague who invited you to this channel.")
	textAskAgain   = text.New("Du har allerede bedt om adgang. Spørg din administrator, hvis det haster.", "You have asked for access already. Ask your administrator if it is urgent.")
)

// stranger answers somebody nobody has added: nothing is shown and nothing is saved for them, but their wish.
func (b *Bot) stranger(ctx context.Context, in Inbound, lang text.Lang) (commands.Reply, error) {
	if b.access == nil {
		return commands.Reply{}, crm.Errorf(crm.Forbidden, errStranger)
	}
	w, err := b.access.Workspace(ctx, in.Team)
	switch {
	case crm.IsKind(err, crm.NotFound) || err == nil && w.Gone:
		return commands.Reply{}, crm.Errorf(crm.Forbidden, errElsewhere)
	case err != nil:
		return commands.Reply{}, err
	case in.Kind == Action && in.Action == askAction:
		return b.ask(ctx, in, lang)
	}
	button := commands.NewPage().Buttons(commands.Button{ID: askAction, Label: buttonAsk.In(lang), Primary: true}).Reply()
	return commands.Reply{Blocks: button.Blocks}, crm.Errorf(crm.Forbidden, errStranger)
}

// ask notes the wish to be let in, and tells the administrators.
func (b *Bot) ask(ctx context.Context, in Inbound, lang text.Lang) (commands.Reply, error) {
	name := b.nameOf(ctx, in)
	jobs, err := b.tellAdministrators(ctx, in.Team, name)
	if err != nil {
		return commands.Reply{}, err
	}
	_, fresh, err := b.access.AskAccess(ctx, in.Team, in.User, name, in.Now, jobs...)
	if err != nil {
		return commands.Reply{}, err
	}
	said := textAskAgain
	if fresh {
		said = textAsked
	}
	reply := commands.Sentence(said.In(lang))
	reply.Replace = true
	return reply, nil
}

// nameOf is what colleagues call somebody unknown: the name on their profile, else what Slack sent along.
func (b *Bot) nameOf(ctx context.Context, in Inbound) string {
	if b.names != nil {
		if name, ok := b.names.Name(ctx, in.Team, in.User); ok {
			return name
		}
	}
	name, _ := Presentable(in.Name)
	if name == "" {
		name = in.User
	}
	return text.Cut(name, nameLimit)
}

// tellAdministrators are the messages that say who waits.
func (b *Bot) tellAdministrators(ctx context.Context, team, name string) ([]crm.Job, error) {
	administrators, err := b.access.Administrators(ctx, team)
	var jobs []crm.Job
	for _, p := range administrators {
		lang := langOf(Inbound{}, p)
		page := commands.NewPage().Para(textAsks.In(lang, name)).Buttons(commands.Button{ID: HelpFeature + ".access", Label: buttonRequests.In(lang), Primary: true})
		job, err := commands.NewMessage(p, "", lang, page.Reply()).Job()
		if err != nil {
			return nil, err
		}
		jobs = append(jobs, job)
	}
	return jobs, err
}
