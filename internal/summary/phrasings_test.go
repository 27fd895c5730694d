package summary

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestPhrasings reads testdata/phrasings.tsv: the field, what it must be, and a paper of a line or two. Each way to say a
// thing stands there once, so that a rule that no longer reads it shows by name.
func TestPhrasings(t *testing.T) {
	raw, err := os.ReadFile("testdata/phrasings.tsv")
	if err != nil {
		t.Fatal(err)
	}
	list := rows(string(raw))
	if len(list) < 200 {
		t.Fatal("only", len(list), "phrasings")
	}
	for _, row := range list {
		paper := strings.ReplaceAll(row[2], `\n`, "\n")
		c := Extract([]Page{{Number: 1, Text: paper}}, evalDay)
		if got := phrased(c, row[0]); got != row[1] {
			t.Errorf("%s %q, want %q: %s", row[0], got, row[1], row[2])
		}
	}
}

func phrased(c Card, field string) string {
	switch field {
	case "applicant":
		return c.Applicant.Value
	case "applied":
		return c.Applied.Value.number()
	case "total":
		return c.Total.Value.number()
	case "period":
		return c.Period.Value.From + "/" + c.Period.Value.To
	case "deadlines":
		return values(c.Deadlines)
	case "places":
		return values(c.Regions) + "/" + values(c.Municipalities)
	case "jobs":
		return values(c.Jobs)
	case "participants":
		return values(c.Participants)
	case "upskilling":
		return fmt.Sprint(c.Upskilling.Value, " ", c.Upskilling.Quote)
	case "employment":
		return fmt.Sprint(c.Employment.Value, " ", c.Employment.Quote)
	case "title":
		return c.Title.Value
	}
	panic("no field " + field)
}

func values[T any](list List[T]) string {
	all := make([]string, len(list))
	for i, f := range list {
		all[i] = fmt.Sprint(f.Value)
	}
	return strings.Join(all, ";")
}
