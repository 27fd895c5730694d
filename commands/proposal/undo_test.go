package proposal_test

import (
	"encoding/json"
	"regexp"
	"testing"
	"time"

	"samspil/commands"
	"samspil/internal/crm"
)

// button is the value of the button with that action id.
func button(t *testing.T, r commands.Reply, action string) string {
	t.Helper()
	raw, err := json.Marshal(r.Blocks)
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`"action_id":"` + action + `[^}]*"value":"([^"]*)"`).FindSubmatch(raw)
	if m == nil {
		t.Fatalf("no button %s in %s", action, raw)
	}
	return string(m[1])
}

// What was decided, and a stage that was set, can be taken back by who did it, for ten minutes, while nothing else has happened.
func TestUndo(t *testing.T) {
	d := newDesk(t, "mette")
	d.says(bridge)
	d.says("register 1")
	later := time.Duration(0)
	presses := func(value string) error {
		req := d.request()
		req.Action, req.Value, req.Now = "undo", value, req.Now.Add(later)
		_, err := d.feature.Actions["undo"](ctx, req)
		return err
	}
	stands := func(stage crm.Stage, decision crm.Decision) {
		t.Helper()
		p, err := d.store.Proposal(ctx, 1)
		if err != nil || p.Stage != stage || p.Decision != decision {
			t.Errorf("%v %q, want %v %q: %v", p.Stage, p.Decision, stage, decision, err)
		}
	}
	decided := button(t, d.says("decide 1 rejected"), "proposal.undo")
	stands(crm.StageDecided, crm.Rejected)
	d.is("anna")
	if err := presses(decided); !crm.IsKind(err, crm.Forbidden) {
		t.Errorf("another organisation: %v", err)
	}
	d.is("mette")
	later = 11 * time.Minute
	if err := presses(decided); !crm.IsKind(err, crm.Invalid) {
		t.Errorf("too late: %v", err)
	}
	later = 9 * time.Minute
	if err := presses(decided); err != nil {
		t.Fatal(err)
	}
	stands(crm.StageEarlyNotice, "")
	if err := presses(decided); !crm.IsKind(err, crm.Conflict) {
		t.Errorf("twice: %v", err)
	}
	staged := button(t, d.says("stage 1 recommendation"), "proposal.undo")
	stands(crm.StageRecommendation, "")
	if err := presses(staged); err != nil {
		t.Fatal(err)
	}
	stands(crm.StageEarlyNotice, "")
	for _, value := range []string{"", "1", "1|x"} {
		if err := presses(value); !crm.IsKind(err, crm.Invalid) {
			t.Errorf("%q: %v", value, err)
		}
	}
}
