package visit_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"samspil/commands"
	"samspil/commands/visit"
	"samspil/internal/crm"
)

// press presses a button as the person at the desk.
func (d *desk) press(action, value string) (commands.Reply, error) {
	d.Helper()
	h := d.feature.Actions[action]
	if h == nil {
		d.Fatalf("there is no action %s", action)
	}
	return h(context.Background(), d.asks(commands.Request{Action: action, Value: value}))
}

// submits sends a form of one field.
func (d *desk) submits(form, carried, words string) (commands.Reply, error) {
	return d.feature.Forms[form](context.Background(), d.asks(commands.Request{Form: form, Metadata: carried, Values: map[string][]string{"words": {words}}}))
}

func (d *desk) asks(req commands.Request) commands.Request {
	req.Now, req.Person, req.Lang, req.Channel = d.now, d.person, "da", "C01"
	return req
}

// sent are the messages that wait for the person, oldest first.
func (d *desk) sent(to crm.Person) (list []string) {
	d.Helper()
	jobs, err := d.store.JobsAhead(context.Background(), to.Team+"/"+to.User, 1<<62, 100)
	if err != nil {
		d.Fatal(err)
	}
	for _, j := range jobs {
		var m commands.Message
		if err := json.Unmarshal(j.Payload, &m); err != nil {
			d.Fatal(err)
		}
		list = append(list, m.Text)
	}
	return list
}
