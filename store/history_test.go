package store_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"samspil/store"
	"samspil/store/storetest"
)

// written is a contact as the history has kept it since the first version. The history is never rewritten, so these
// names are read for ever: a field of crm.Contact that gets another name needs the old one read too.
const written = `{"ID":1,"Company":{"ID":2,"CVR":"99000007","Name":"Kran A/S"},"SiteID":3,"Org":{"ID":4,"Code":"JC-360","NameDA":"Jobcenter","NameEN":"Job Centre","Public":true},` +
	`"Person":{"ID":5,"Name":"Anna","Title":"konsulent"},"Status":"done","Channel":"visit","Date":"2026-11-20","Start":570,"End":660,"Minutes":90,` +
	`"Purposes":["upskilling"],"Outcome":"agreement","Note":"En note","NoteHeld":true,"Share":"month","With":[{"OrgID":6,"Name":"Hus"}],` +
	`"ContactName":"Mette","ContactMail":"m@example.com","ContactTel":"1","Trade":"struktør","Headcount":3,"NeedFrom":"2027-03-01","OverlapWhy":"x","Source":"form",` +
	`"CreatedAt":"2026-11-23T11:00:00Z","UpdatedAt":"2026-11-23T12:00:00Z","DeletedAt":"2026-11-23T13:00:00Z","Version":7}`

func TestOldHistoryIsStillRead(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, s *store.Store, url string) {
		everything(t, s)
		if err := storetest.Exec(t, url, `INSERT INTO contact_history (contact_id, version, at, person_id, what, before) VALUES (1, 9, 0, 1, 'edited', '`+written+`')`); err != nil {
			t.Fatal(err)
		}
		history, err := s.History(ctx, 1)
		if err != nil || len(history) != 3 || history[2].Before == nil {
			t.Fatalf("history %v, %v", history, err)
		}
		again, err := json.Marshal(history[2].Before)
		if err != nil {
			t.Fatal(err)
		}
		// What is written today may hold more, and must hold all that was.
		var old, now map[string]any
		if err := json.Unmarshal([]byte(written), &old); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(again, &now); err != nil {
			t.Fatal(err)
		}
		if !holds(now, old) {
			t.Errorf("written then: %s\n  read now: %s", written, again)
		}
	})
}

// holds reports whether now has everything that old has; now may have more fields.
func holds(now, old any) bool {
	fields, ok := old.(map[string]any)
	if !ok {
		return reflect.DeepEqual(now, old)
	}
	have, ok := now.(map[string]any)
	for name, value := range fields {
		ok = ok && holds(have[name], value)
	}
	return ok
}
