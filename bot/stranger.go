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
	buttonAsk    = text.New("Bed om adgang", "Ask for access")
	textAsked    = text.New("Din administrator kan nu se, at du beder om adgang. Prøv igen, når du har fået besked.", "Your administrator can now see that you ask for access. Try again once you hear from them.")
	textAskAgain = text.New("Du har allerede bedt om adgang. Spørg din administrator, hvis det haster.", "You have asked for access already. Ask your administrator if it is urgent.")
)

// stranger answers somebody nobody has added: nothing is shown and nothing is saved for them, but their wish.
func (b *Bot) stranger(ctx context.Context, in Inbound, lang text.Lang) (commands.Reply, error) {
	if b.access == nil {
		return commands.Reply{}, crm.Errorf(crm.Forbidden, errStranger)
	}
	if in.Kind != Action || in.Action != askAction {
		button := commands.NewPage().Buttons(commands.Button{ID: askAction, Label: buttonAsk.In(lang), Primary: true}).Reply()
		return commands.Reply{Blocks: button.Blocks}, crm.Errorf(crm.Forbidden, errStranger)
	}
	name, _ := Presentable(in.Name)
	if name == "" {
		name = in.User
	}
	_, fresh, err := b.access.AskAccess(ctx, in.Team, in.User, text.Cut(name, 80), in.Now)
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
