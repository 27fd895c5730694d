package sentence

import (
	"fmt"
	"testing"
)

func TestCell(t *testing.T) {
	for words, want := range map[string]string{
		"Telefonsamtale": "phone", "Teams-møde": "", "Teams møde": "online_meeting", "Virksomhedsbesøg": "visit", "Mail og brev": "", "": "", "andet": "",
	} {
		if got, ok := ChannelOf(words); string(got) != want || ok != (want != "") {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
	for words, want := range map[string]string{
		"Rekruttering / opkvalificering": "[recruitment upskilling]", "AMU-kurser, VEU": "[upskilling]", "noget helt andet": "[]",
	} {
		if got := fmt.Sprint(PurposesOf(words)); got != want {
			t.Errorf("%q: %s, want %s", words, got, want)
		}
	}
	if o, ok := OutcomeOf("Takkede nej"); !ok || o != "not_interested" {
		t.Error(o)
	}
	if code, ok := TradeOf("Tømrersvende"); !ok || code != "tømrer" {
		t.Error(code)
	}
}
