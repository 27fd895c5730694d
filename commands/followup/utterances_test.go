package followup_test

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"samspil/internal/sentence"
)

// command is the slash command or mention an utterance starts with; the bot takes it off before a feature reads.
var command = regexp.MustCompile(`^(?:/\S+|<@U0BOT>)\s*`)

// TestUtterances answers the follow-up rows of the sample and compares every slot the sample names. Said without a
// command word, they are this feature's; every other row is another's.
func TestUtterances(t *testing.T) {
	f, err := os.Open("../../internal/sentence/testdata/utterances.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes = '\t', true
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	d, seen := newDesk(t, "anna"), 0
	for _, row := range rows[1:] {
		words, intent := command.ReplaceAllString(row[0], ""), row[2]
		claim := d.feature.Claims(words)
		if !strings.HasPrefix(intent, "followup.") {
			if claim > max(sentence.ClaimsContact(words), sentence.ClaimsQuestion(words)) {
				t.Errorf("%s is claimed with %.2f", words, claim)
			}
			continue
		}
		seen++
		if claim <= sentence.ClaimsContact(words) || claim <= sentence.ClaimsQuestion(words) || claim < 0.5 {
			t.Errorf("%s is claimed with %.2f only", words, claim)
		}
		var want map[string]any
		if err := json.Unmarshal([]byte(row[3]), &want); err != nil {
			t.Fatal(err)
		}
		reply, _ := d.types(words) // another organisation's list is refused, and understood all the same
		if reply.Understood.Intent != intent {
			t.Errorf("%s\n  intent %s, want %s", words, reply.Understood.Intent, intent)
		}
		for slot, value := range want {
			if got := reply.Understood.Slots[slot]; !reflect.DeepEqual(got, value) {
				t.Errorf("%s\n  %s: %v, want %v", words, slot, got, value)
			}
		}
	}
	if seen != 3 {
		t.Errorf("%d rows", seen)
	}
}

// What is logged as a contact, or asked about a company, is not taken for a follow-up.
func TestClaims(t *testing.T) {
	d := newDesk(t, "anna")
	for words, want := range map[string]bool{
		"mind mig om at besøge Køge Kran 2. januar": true, "remind me to call Køge Kran on Friday": true, "færdig med køge kran": true,
		"flyt opfølgning 12 til fredag": true, "which follow ups are overdue": true, "forfaldne opfølgninger": true, "hvad skal jeg følge op på": true,
		"besøgte Køge Kran i går, følger op i uge 50": false, "har nogen fulgt op hos Køge Kran?": false, "flyt besøg 12 til fredag": false,
		"ny virksomhed i Køge": false, "hjælp": false, "": false, "færdig": false,
	} {
		if got := d.feature.Claims(words) >= 0.5; got != want {
			t.Errorf("%q: %.2f", words, d.feature.Claims(words))
		}
	}
}
