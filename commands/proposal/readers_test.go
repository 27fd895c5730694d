package proposal_test

import (
	"strings"
	"testing"

	"samspil/internal/crm"
	"samspil/internal/text"
)

// The counterpart's own draft is named in the notice, in a channel that other public bodies read.
func TestDraftInNotice(t *testing.T) {
	d := newDesk(t, "mette")
	d.lang, d.channel = text.Danish, "CRBR"
	own := d.person.Org
	jc := d.people["anna"].Org
	d.readers.are = crm.Audience{Orgs: []crm.Org{own, jc}} // Anna of the job centre reads it too
	d.says("kanal")
	d.says(strings.ReplaceAll(bridge, "Projekt", "HEMMELIG KLADDE")) // draft no. 1 of the council: "kun I kan se det"
	d.is("anna")
	d.refused("show 1", crm.NotFound)
	d.is("bo")
	d.says(bridge)
	d.says("register 2")
	for _, m := range d.sent() {
		if m.Channel == "CRBR" && strings.Contains(m.Text, "#1") {
			t.Error("the draft of the council is told in a channel that the job centre reads")
		}
	}
}

// Who reads the channel is asked when it is chosen and never again: a private partner joins it.
func TestReadersAreAskedAgain(t *testing.T) {
	d := newDesk(t, "mette")
	d.lang, d.channel = text.Danish, "CRBR"
	d.readers.are = crm.Audience{Orgs: []crm.Org{d.person.Org}}
	d.says("kanal")
	d.readers.are = crm.Audience{Orgs: []crm.Org{d.person.Org, {ID: 9001, NameDA: "Fiktiv Partner"}}, Unknown: 3}
	d.is("bo")
	d.says(bridge)
	d.says("register 1")
	for _, m := range d.sent() {
		if m.Channel == "CRBR" {
			t.Error("told where /projekt kanal itself would now be refused:", d.readers.are)
		}
	}
	d.is("mette")
}
