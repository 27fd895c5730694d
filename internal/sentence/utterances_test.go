package sentence

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"samspil/internal/when"
)

// now is the reference date of the sample utterances: Monday of week 48.
var now = time.Date(2026, 11, 23, 10, 0, 0, 0, when.Copenhagen)

// command is the slash command or mention an utterance starts with; the bot takes it off before a feature reads.
var command = regexp.MustCompile(`^(?:/\S+|<@U0BOT>)\s*`)

// otherwise says why a slot differs from the sample.
var otherwise = map[string]string{}

// TestUtterances reads the visit and check rows of the sample and compares every slot the sample names.
func TestUtterances(t *testing.T) {
	f, err := os.Open("testdata/utterances.tsv")
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
	seen := 0
	for _, row := range rows[1:] {
		words, intent := row[0], row[2]
		if !strings.HasPrefix(intent, "visit.") && !strings.HasPrefix(intent, "company.") {
			continue
		}
		seen++
		var want map[string]any
		if err := json.Unmarshal([]byte(row[3]), &want); err != nil {
			t.Fatal(err)
		}
		delete(want, "note") // a remark of the sample's author
		got, gotIntent := understand(t, words, strings.HasPrefix(intent, "company."))
		if gotIntent != intent {
			t.Errorf("%s\n  intent %s, want %s", words, gotIntent, intent)
		}
		for slot, value := range want {
			if otherwise[words+"|"+slot] == "" && !reflect.DeepEqual(got[slot], value) {
				t.Errorf("%s\n  %s: %v, want %v\n  all: %v", words, slot, got[slot], value, got)
			}
		}
	}
	if seen != 19 {
		t.Errorf("%d rows read, want 19", seen)
	}
}

// understand gives the slots as JSON would hold them.
func understand(t *testing.T, words string, question bool) (slots map[string]any, intent string) {
	t.Helper()
	words = command.ReplaceAllString(words, "")
	var made map[string]any
	if question {
		q := ReadQuestion(words, now)
		made, intent = q.Slots(), string(q.Intent)
	} else {
		c := ReadContact(words, now, nil)
		made, intent = c.Slots(), string(c.Intent)
		if intent == string(LogVisit) && c.Date.After(when.DateOf(now)) {
			intent = string(PlanVisit)
		}
	}
	raw, err := json.Marshal(made)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &slots); err != nil {
		t.Fatal(err)
	}
	return slots, intent
}
