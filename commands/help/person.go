package help

import (
	"context"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

// Accounts tells what Slack says of a user.
type Accounts interface {
	// Name gives the name on a member's profile; ok is false for guests, robots and closed accounts, and where Slack
	// does not say.
	Name(ctx context.Context, team, user string) (name string, ok bool)
}

var (
	personWords   = map[string]bool{"person": true, "medarbejder": true, "people": true, "medarbejdere": true}
	textPerson    = text.New("Medarbejder", "Person")
	textPersonHow = text.New("Hvem repræsenterer %s, og i hvilken rolle?", "Who acts for %s, and in which role?")
	textPersonSet = text.New("Gem", "Save")
	labelUser     = text.New("Medarbejder", "Person")
	labelRole     = text.New("Rolle", "Role")
	labelTitle    = text.New("Titel", "Title")
	labelActive   = text.New("Adgang", "Access")
	accessOn      = text.New("Har adgang", "Has access")
	accessOff     = text.New("Adgangen er lukket", "Access is closed")
	textAssigned  = text.New("%s repræsenterer nu %s som %s.", "%s now acts for %s as %s.")
	textShut      = text.New("Adgangen er lukket for %s.", "Access is closed for %s.")
	errWho        = text.New("Vælg en medarbejder i arbejdsområdet. Gæster og robotter kan ikke få adgang.", "Choose a member of the workspace. Guests and robots cannot get access.")
	errRole       = text.New("Vælg en rolle.", "Choose a role.")
)

// personForm opens the form in which an administrator says who acts for the organisation.
func (f *feature) personForm(_ context.Context, req commands.Request) (commands.Reply, error) {
	if req.Person.Role != crm.Administrator {
		return commands.Reply{}, crm.Errorf(crm.Forbidden, errNoAdmin)
	}
	lang := req.Lang
	var options []commands.Option
	for _, r := range crm.Roles {
		options = append(options, commands.Option{Value: r.Code, Label: r.Name(lang)})
	}
	form := commands.Form{ID: "samspil.person", Title: textPerson.In(lang), Submit: textPersonSet.In(lang),
		Intro: textPersonHow.In(lang, req.Person.Org.Name(lang)), Fields: []commands.Field{
			{Name: "user", Label: labelUser.In(lang), Kind: commands.FieldPerson, Required: true},
			{Name: "role", Label: labelRole.In(lang), Kind: commands.FieldOne, Required: true, Options: options, Values: []string{string(crm.Caseworker)}},
			{Name: "title", Label: labelTitle.In(lang), MaxRunes: 80},
			{Name: "access", Label: labelActive.In(lang), Kind: commands.FieldOne, Required: true, Values: []string{"on"},
				Options: []commands.Option{{Value: "on", Label: accessOn.In(lang)}, {Value: "off", Label: accessOff.In(lang)}}},
		}}
	return form.Reply(lang), nil
}

// assign saves what the form says.
func (f *feature) assign(ctx context.Context, req commands.Request) (commands.Reply, error) {
	if req.Person.Role != crm.Administrator {
		return commands.Reply{}, crm.Errorf(crm.Forbidden, errNoAdmin)
	}
	value := func(field string) string { return strings.TrimSpace(strings.Join(req.Values[field], " ")) }
	p := crm.Person{Team: req.Person.Team, User: value("user"), Title: value("title"), Role: crm.Role(value("role")), Active: value("access") != "off"}
	if _, ok := crm.Find(crm.Roles, string(p.Role)); !ok {
		return commands.Reply{Errors: map[string]string{"role": errRole.In(req.Lang)}}, nil
	}
	var ok bool
	if p.Name, ok = f.accounts.Name(ctx, p.Team, p.User); !ok && p.Active {
		return commands.Reply{Errors: map[string]string{"user": errWho.In(req.Lang)}}, nil
	}
	if p.Name == "" {
		p.Name = p.User
	}
	saved, err := f.settings.AssignPerson(ctx, crm.Entry{RequestID: req.ID, Now: req.Now, Person: req.Person}, p)
	if err != nil {
		return commands.Reply{}, err
	}
	if !saved.Active {
		return commands.Sentence(textShut.In(req.Lang, saved.Name)), nil
	}
	return commands.Sentence(textAssigned.In(req.Lang, saved.Name, saved.Org.Name(req.Lang), saved.Role.Name(req.Lang))), nil
}
