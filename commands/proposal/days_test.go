package proposal_test

import (
	"maps"
	"testing"

	"samspil/internal/crm"
)

// A day that no project has is a slip of the pen, and is said at its field.
func TestDaysOutOfReach(t *testing.T) {
	d := newDesk(t, "lis")
	for _, idea := range []string{"1900-01-01", "2026-11-24", "i går"} {
		if reply, err := d.submits(d.says(""), map[string]string{"text": bridge, "idea": idea}); err != nil || reply.Errors["idea"] == "" {
			t.Errorf("idea %s: %v %v", idea, reply.Errors, err)
		}
	}
	d.says(bridge)
	form := d.says("edit 1")
	stands := entered(t, form)
	for field, day := range map[string]string{"from": "1800-01-01", "to": "9999-12-31", "deadline": "2026-11-20"} {
		values := maps.Clone(stands)
		values[field] = day
		if reply, err := d.submits(form, values); err != nil || reply.Errors[field] == "" {
			t.Errorf("%s %s: %v %v", field, day, reply.Errors, err)
		}
	}
	wants(t, d.refused("stage 1 decided", crm.Invalid), "You can choose idea;")
	d.says("register 1")
	wants(t, d.refused("stage 1 decided", crm.Invalid), "You can choose recommendation, running or closed;")
}
