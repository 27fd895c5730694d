package proposal_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/slack-go/slack"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

// A draft is its own organisation's: whatever another types, presses or sends, it does not exist.
func TestDraftIsOnesOwn(t *testing.T) {
	d := newDesk(t, "bo")
	d.says(bridge)
	for _, other := range []string{"anna", "karin", "mette", "per", "lis"} {
		d.is(other)
		nothing := d.refused("show 99", crm.NotFound)
		for _, line := range []string{"show 1", "edit 1", "comment 1 hej", "comment 1", "decide 1 approved", "stage 1 idea", "register 1", "similar 1", "1"} {
			if said := d.refused(line, crm.NotFound); said != strings.Replace(nothing, "99", "1", 1) {
				t.Errorf("%s: %s: %s", other, line, said)
			}
		}
		for _, line := range []string{"list", "lolland", "hænder", "fiktiv"} {
			hidden(t, other+" types "+line, d.says(line), nil)
		}
		for action := range d.feature.Actions {
			req := d.request()
			req.Action, req.Value = action, "1"
			reply, err := d.feature.Actions[action](ctx, req)
			hidden(t, other+" presses "+action, reply, err)
		}
		for _, form := range []string{"edited", "commented"} {
			req := d.request()
			req.Form, req.Metadata, req.Values = form, `{"id":1,"v":1}`, map[string][]string{"text": {"hej"}, "title": {"Min"}}
			if form == "commented" {
				req.Metadata = "1"
			}
			reply, err := d.feature.Forms[form](ctx, req)
			if err == nil {
				t.Errorf("%s sends %s: %s", other, form, reply.Text)
			}
			hidden(t, other+" sends "+form, reply, err)
		}
		// One's own proposal about the same does not tell of the draft either.
		hidden(t, other+" has a similar one", d.says(strings.Replace(bridge, "Hænder", "Arme", 1)), nil)
	}
	if p, err := d.store.Proposal(ctx, 1); err != nil || p.Version != 1 {
		t.Error(p.Version, err)
	}
}

// Once it is registered, other public bodies see it and can comment, and only comment; a private partner sees nothing.
func TestSharedIsRead(t *testing.T) {
	d := newDesk(t, "bo")
	d.says(bridge)
	d.says("register 1")
	d.is("lis")
	reply := d.says("show 1")
	wants(t, reply.Text, "Hænder til broen")
	if got := buttons(t, reply); got != "proposal.comment" {
		t.Error(got)
	}
	for _, line := range []string{"edit 1", "decide 1 approved", "stage 1 closed", "register 1"} {
		wants(t, d.refused(line, crm.Forbidden), "belongs to Business Hub Zealand")
	}
	wants(t, d.says("comment 1 tænk lærlinge ind").Text, "is saved", "tænk lærlinge ind")
	d.is("bo")
	wants(t, d.says("show 1").Text, "Lis Toftegård, Jobcentre Lolland", "tænk lærlinge ind")
	partner := d.partner()
	d.person = partner
	d.refused("show 1", crm.NotFound)
	hidden(t, "a partner lists", d.says("list"), nil)
	d.says(bridge)
	reply = d.says("register 2")
	wants(t, reply.Text, "You are a private partner, so nobody else was told")
	d.is("bo")
	d.refused("show 2", crm.NotFound)
	d.person.Active = false
	d.refused("show 1", crm.NotFound)
}

// partner hires somebody of a private partner.
func (d *desk) partner() crm.Person {
	d.Helper()
	if err := d.store.SaveOrgs(ctx, []crm.Org{{Code: "PP-9", NameDA: "Privat Byg", Type: "private", Region: "1085"}}); err != nil {
		d.Fatal(err)
	}
	p, err := d.store.SavePerson(ctx, crm.Person{Team: "T0DEMO", User: "U0PP", Name: "Paula Privat", Org: crm.Org{Code: "PP-9"}, Role: crm.Administrator, Active: true})
	if err != nil {
		d.Fatal(err)
	}
	return p
}

func hidden(t *testing.T, what string, reply commands.Reply, err error) {
	t.Helper()
	raw, marshal := json.Marshal(reply)
	if marshal != nil {
		t.Fatal(marshal)
	}
	if said := string(raw) + fmt.Sprint(err); strings.Contains(said, "Hænder til broen") {
		t.Errorf("%s: %s", what, said)
	}
}

// Whatever a document says, the card neither mentions nor links, and Slack can show it.
func TestHostileDocument(t *testing.T) {
	const hostile = "<!channel> <@U1> <https://x.example|bank> & *fed*"
	d := newDesk(t, "bo")
	d.says("Titel: " + hostile + "\nAnsøger: " + hostile + "\nPartnere: " + hostile + "\nDer søges om 5 mio. kr. i Lolland Kommune. " + hostile)
	d.says("comment 1 " + hostile)
	for _, lang := range []text.Lang{text.Danish, text.English} {
		d.lang = lang
		for _, line := range []string{"show 1", "list", "similar 1"} {
			for _, b := range d.says(line).Blocks {
				raw, err := json.Marshal(b)
				if err != nil {
					t.Fatal(err)
				}
				if b.BlockType() != slack.MBTHeader && strings.Contains(string(raw), `\u003c`) { // a heading is plain text
					t.Errorf("%s: %s", line, raw)
				}
			}
		}
	}
	for _, line := range []string{"show 0", "show -1", "show 99999999999999999999", "edit x", "decide", "comment"} {
		if _, err := d.types(line); !crm.IsKind(err, crm.Invalid) {
			t.Errorf("%s: %v", line, err)
		}
	}
	for _, value := range []string{"", "x", "1|2", "-"} {
		for _, action := range []string{"show", "edit", "register", "similar", "comment"} {
			req := d.request()
			req.Action, req.Value = action, value
			if reply, err := d.feature.Actions[action](ctx, req); !crm.IsKind(err, crm.Invalid) {
				t.Errorf("%s %q: %v %s", action, value, err, reply.Text)
			}
		}
	}
	if reply := d.says(strings.Repeat("å", 5001) + " " + bridge); reply.Text == "" {
		t.Error("no card")
	}
}

// TestChannelIsReadByThoseWhoMayKnow: proposals of all public bodies are told in an organisation's channel.
func TestChannelIsReadByThoseWhoMayKnow(t *testing.T) {
	d := newDesk(t, "mette")
	own := d.person.Org
	private := crm.Org{ID: 9001, NameDA: "Fiktiv Partner", NameEN: "Fictive Partner"}
	d.readers.are = crm.Audience{Orgs: []crm.Org{own, private}}
	wants(t, d.refused("channel", crm.Forbidden), "also read by Fictive Partner")
	d.readers.are = crm.Audience{Orgs: []crm.Org{own}, Unknown: 1}
	wants(t, d.refused("channel", crm.Forbidden), "somebody in this channel")
	channels, err := d.store.OrgChannels(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, ch := range channels {
		if ch.Org.ID == own.ID && ch.Channel == d.channel {
			t.Error("it was stored all the same")
		}
	}
	d.readers.are = crm.Audience{Orgs: []crm.Org{own, {ID: 9002, Public: true}}}
	wants(t, d.says("channel").Text, "in this channel")
}
