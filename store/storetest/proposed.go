package storetest

import (
	"fmt"
	"strings"
	"testing"

	"samspil/internal/crm"
)

// Propose stores an idea of the person's organisation with that title and card (JSON), and gives its id.
func Propose(t testing.TB, url string, p crm.Person, title, card string) (id int64) {
	t.Helper()
	db := Raw(t, url)
	defer db.Close()
	quoted := func(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
	err := db.QueryRow(fmt.Sprintf(`
		INSERT INTO proposal (org_id, person_id, title, applicant, applicant_key, stage, decision, idea_on, applied, total, from_day, to_day,
			construction, made, card, delivery, created_at, updated_at, version)
		VALUES (%d, %d, %s, 'Kursuscenter Øst', 'kursuscenter ost', 'idea', '', '2026-11-20', 1250000, -1, '2027-01-01', '2028-06-30',
			'Femern', 'extract', %s, '', 0, 0, 1) RETURNING id`, p.Org.ID, p.ID, quoted(title), quoted(card))).Scan(&id)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// GiveChannel gives the organisation a channel in which it is heard, in that language ("" for none chosen).
func GiveChannel(t testing.TB, url string, p crm.Person, channel, lang string) {
	t.Helper()
	if err := Exec(t, url, fmt.Sprintf(`INSERT INTO org_channel (org_id, team_id, channel_id, lang, person_id, at) VALUES (%d, '%s', '%s', '%s', %d, 0)`,
		p.Org.ID, p.Team, channel, lang, p.ID)); err != nil {
		t.Fatal(err)
	}
}
