package visit

import (
	"context"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/dossier"
	"samspil/internal/privacy"
)

// receipt is what the writer is told about a contact that was saved.
type receipt struct {
	contact  crm.Contact
	followUp *crm.FollowUp
	checked  crm.Checked // what else is known of the company, for this viewer
	person   person      // the contact person that was named but not yet told
	warnings []privacy.Kind
	edited   bool
}

// person is a contact person: stored only once the writer says that they were told.
type person struct {
	Name string `json:"n,omitempty"`
	Mail string `json:"m,omitempty"`
	Tel  string `json:"t,omitempty"`
}

func (p person) named() bool { return p != person{} }

// save stores the draft and answers with the receipt.
func (f *feature) save(ctx context.Context, req commands.Request, d draft) (commands.Reply, error) {
	c := d.contact
	named := person{c.ContactName, c.ContactMail, c.ContactTel}
	if !d.told {
		c.ContactName, c.ContactMail, c.ContactTel = "", "", ""
	}
	c.NoteHeld = len(privacy.Warnings(c.Note)) > 0
	if err := c.Validate(req.Lang, today(req)); err != nil {
		return commands.Reply{}, err
	}
	saved, followUp, err := f.write(ctx, req, c, d.followUp)
	if err != nil {
		return commands.Reply{}, err
	}
	out := receipt{contact: saved, followUp: followUp, edited: c.ID != 0, warnings: privacy.Kinds(privacy.Warnings(c.Note))}
	if !d.told && named.named() {
		out.person = named
	}
	out.checked, err = dossier.Gather(ctx, f.store, saved.Company, req.Person.Org, req.Now)
	if err != nil {
		return commands.Reply{}, err
	}
	return showReceipt(req, out), nil
}

func (f *feature) write(ctx context.Context, req commands.Request, c crm.Contact, followUp *crm.FollowUp) (crm.Contact, *crm.FollowUp, error) {
	var list []crm.FollowUp
	if followUp != nil {
		followUp.CompanyID, followUp.OrgID, followUp.OwnerID = c.Company.ID, req.Person.Org.ID, req.Person.ID
		followUp.State, followUp.CreatedAt = crm.FollowUpOpen, req.Now
		list = append(list, *followUp)
	}
	write := f.store.LogContact
	if c.ID != 0 {
		write = f.store.UpdateContact
	}
	saved, err := write(ctx, entry(req), c, list)
	return saved, followUp, err
}
