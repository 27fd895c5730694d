package slackfake

import (
	"fmt"
	"strings"
	"testing"
)

// The cases are written as JSON with N standing for what is repeated: at says how often it just passes. With least, it
// fails with one less, else with one more.
func TestMessageLimits(t *testing.T) {
	for _, c := range []struct {
		name, block string
		at          int
		want        string
	}{
		{"header", `{"type":"header","text":{"type":"plain_text","text":"<x*N>"}}`, 150, "/blocks/0/text/text"},
		{"section text", `{"type":"section","text":{"type":"mrkdwn","text":"<x*N>"}}`, 3000, "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"},
		{"section fields", `{"type":"section","fields":[<{"type":"mrkdwn","text":"x"},*N>]}`, 10, "no more than 10 items allowed [json-pointer:/blocks/0/fields]"},
		{"section field", `{"type":"section","fields":[{"type":"mrkdwn","text":"<x*N>"}]}`, 2000, "/blocks/0/fields/0/text"},
		{"button text", actions(`{"type":"button","text":{"type":"plain_text","text":"<x*N>"}}`), 75, "/blocks/0/elements/0/text/text"},
		{"button value", actions(`{"type":"button","value":"<x*N>",` + ok + `}`), 2000, "/blocks/0/elements/0/value"},
		{"button url", actions(`{"type":"button","url":"<x*N>",` + ok + `}`), 3000, "/blocks/0/elements/0/url"},
		{"button label", actions(`{"type":"button","accessibility_label":"<x*N>",` + ok + `}`), 75, "accessibility_label"},
		{"action_id", actions(`{"type":"button","action_id":"<x*N>",` + ok + `}`), 255, "/blocks/0/elements/0/action_id"},
		{"block_id", `{"type":"divider","block_id":"<x*N>"}`, 255, "/blocks/0/block_id"},
		{"actions", actions(`<{"type":"button",` + ok + `},*N>`), 25, "no more than 25 items"},
		{"context", `{"type":"context","elements":[<{"type":"mrkdwn","text":"x"},*N>]}`, 10, "no more than 10 items"},
		{"context text", `{"type":"context","elements":[{"type":"mrkdwn","text":"<x*N>"}]}`, 3000, "/blocks/0/elements/0/text"},
		{"caption", `{"type":"data_table","caption":"<x*N>","rows":[[{"type":"raw_text","text":"x"}],[{"type":"raw_text","text":"x"}]]}`, 3000, "/caption"},
		{"container subtitle", `{"type":"container","subtitle":{"type":"plain_text","text":"<x*N>"},"child_blocks":[{"type":"divider"}]}`, 150, "/subtitle/text"},
		{"option url", actions(`{"type":"overflow","options":[{"value":"v","url":"<x*N>",` + ok + `}]}`), 3000, "/options/0/url"},
		{"options", actions(`{"type":"static_select","options":[<` + option1 + `,*N>]}`), 100, "no more than 100 items"},
		{"option text", actions(`{"type":"static_select","options":[{"value":"v","text":{"type":"plain_text","text":"<x*N>"}}]}`), 75, "/options/0/text/text"},
		{"option value", actions(`{"type":"static_select","options":[{"value":"<x*N>",` + ok + `}]}`), 75, "/options/0/value"},
		{"option description", actions(`{"type":"static_select","options":[{"value":"v",` + ok + `,"description":{"type":"plain_text","text":"<x*N>"}}]}`), 75, "description"},
		{"option groups", actions(`{"type":"static_select","option_groups":[<{"label":{"type":"plain_text","text":"g"},"options":[` + option1 + `]},*N>]}`), 100, "/option_groups"},
		{"placeholder", actions(`{"type":"datepicker","placeholder":{"type":"plain_text","text":"<x*N>"}}`), 150, "/placeholder/text"},
		{"overflow", actions(`{"type":"overflow","options":[<` + option1 + `,*N>]}`), 5, "no more than 5 items"},
		{"checkboxes", actions(`{"type":"checkboxes","options":[<` + option1 + `,*N>]}`), 10, "no more than 10 items"},
		{"radio buttons", actions(`{"type":"radio_buttons","options":[<` + option1 + `,*N>]}`), 10, "no more than 10 items"},
		{"confirm title", asking(`"title":{"type":"plain_text","text":"<x*N>"},"text":{"type":"mrkdwn","text":"x"},"confirm":{"type":"plain_text","text":"x"}`), 100, "/confirm/title/text"},
		{"confirm text", asking(`"title":{"type":"plain_text","text":"x"},"text":{"type":"mrkdwn","text":"<x*N>"},"confirm":{"type":"plain_text","text":"x"}`), 300, "/confirm/text/text"},
		{"confirm button", asking(`"title":{"type":"plain_text","text":"x"},"text":{"type":"mrkdwn","text":"x"},"confirm":{"type":"plain_text","text":"<x*N>"}`), 30, "/confirm/confirm/text"},
		{"confirm deny", asking(`"title":{"type":"plain_text","text":"x"},"text":{"type":"mrkdwn","text":"x"},"confirm":{"type":"plain_text","text":"x"},"deny":{"type":"plain_text","text":"<x*N>"}`), 30, "/confirm/deny/text"},
		{"image url", `{"type":"image","alt_text":"x","image_url":"<x*N>"}`, 3000, "/image_url"},
		{"alt text", `{"type":"image","image_url":"x","alt_text":"<x*N>"}`, 2000, "/alt_text"},
		{"image title", `{"type":"image","image_url":"x","alt_text":"x","title":{"type":"plain_text","text":"<x*N>"}}`, 2000, "/title/text"},
		{"markdown", `{"type":"markdown","text":"<x*N>"}`, 12000, "/blocks/0/text"},
		{"table rows", `{"type":"table","rows":[<[{"type":"raw_text","text":"x"}],*N>]}`, 100, "/blocks/0/rows"},
		{"table cells", `{"type":"table","rows":[[<{"type":"raw_text","text":"x"},*N>]]}`, 20, "/blocks/0/rows/0"},
		{"table text", `{"type":"table","rows":[[{"type":"raw_text","text":"<x*N>"}]]}`, 10000, "/rows"},
		{"table columns", `{"type":"table","rows":[[{"type":"raw_text","text":"x"}]],"column_settings":[<{"align":"left"},*N>]}`, 20, "/column_settings"},
		{"container title", `{"type":"container","title":{"type":"plain_text","text":"<x*N>"},"child_blocks":[{"type":"divider"}]}`, 150, "/title/text"},
		{"container", `{"type":"container","title":{"type":"plain_text","text":"x"},"child_blocks":[<{"type":"divider"},*N>]}`, 10, "/child_blocks"},
		{"data table", `{"type":"data_table","caption":"x","rows":[<[{"type":"raw_text","text":"x"}],*N>]}`, 201, "/rows"},
		{"feedback", `{"type":"context_actions","elements":[<{"type":"icon_button","icon":"trash",` + ok + `},*N>]}`, 5, "no more than 5 items"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if no := checkMessage("", parsed(t, "["+repeat(c.block, c.at)+"]")); no != nil {
				t.Fatalf("with %d: %v", c.at, no.messages)
			}
			expect(t, checkMessage("", parsed(t, "["+repeat(c.block, c.at+1)+"]")), "invalid_blocks", c.want)
		})
	}
}

const (
	ok      = `"text":{"type":"plain_text","text":"x"}`
	pie     = `{"type":"data_visualization","title":"x","chart":{"type":"pie","segments":[{"label":"a","value":1}]}}`
	option1 = `{"value":"v",` + ok + `}`
)

func actions(elements string) string { return `{"type":"actions","elements":[` + elements + `]}` }

func asking(confirm string) string {
	return actions(`{"type":"button",` + ok + `,"confirm":{` + confirm + `}}`)
}

// repeat writes <x*N> out: x n times, without the comma after the last.
func repeat(s string, n int) string {
	from := strings.Index(s, "<")
	to := strings.Index(s, "*N>")
	if from < 0 || to < 0 {
		return s
	}
	return s[:from] + strings.TrimSuffix(strings.Repeat(s[from+1:to], n), ",") + s[to+3:]
}

func parsed(t *testing.T, s string) []any {
	t.Helper()
	c := &call{args: map[string]any{"blocks": s}}
	list, ok := c.list("blocks")
	if !ok {
		t.Fatalf("this is no JSON: %.300s", s)
	}
	return list
}

func expect(t *testing.T, no *refusal, code, want string) {
	t.Helper()
	switch {
	case no == nil:
		t.Errorf("%s was not refused", code)
	case no.code != code || !strings.Contains(strings.Join(no.messages, "; "), want):
		t.Errorf("got %s %q, want %s %q", no.code, no.messages, code, want)
	}
}

// What is wrong whatever its size.
func TestMessageRules(t *testing.T) {
	for _, c := range []struct{ name, blocks, want string }{
		{"empty text", `{"type":"section","text":{"type":"mrkdwn","text":""}}`, "must be more than 0 characters [json-pointer:/blocks/0/text/text]"},
		{"no text", `{"type":"section"}`, "missing required field: text"},
		{"header in mrkdwn", `{"type":"header","text":{"type":"mrkdwn","text":"x"}}`, "must be one of: plain_text"},
		{"emoji in mrkdwn", `{"type":"section","text":{"type":"mrkdwn","text":"x","emoji":true}}`, "invalid additional property: emoji"},
		{"verbatim in plain_text", `{"type":"section","text":{"type":"plain_text","text":"x","verbatim":true}}`, "invalid additional property: verbatim"},
		{"block_id twice", `{"type":"divider","block_id":"a"},{"type":"divider","block_id":"a"}`, "block_id already exists [json-pointer:/blocks/1/block_id]"},
		{"action_id twice", actions(`{"type":"button","action_id":"a",` + ok + `},{"type":"button","action_id":"a",` + ok + `}`), "action_id already exists"},
		{"no actions", actions(""), "no less than 1 items"},
		{"no context", `{"type":"context","elements":[]}`, "no less than 1 items"},
		{"button in context", `{"type":"context","elements":[{"type":"button",` + ok + `}]}`, "must be one of: plain_text, mrkdwn"},
		{"no options", actions(`{"type":"static_select","options":[]}`), "no less than 1 items"},
		{"options and groups", actions(`{"type":"static_select"}`), "must have either options or option_groups"},
		{"initial option", actions(`{"type":"static_select","options":[` + option1 + `],"initial_option":{"value":"w",` + ok + `}}`), "not among the options"},
		{"initial options", actions(`{"type":"checkboxes","options":[` + option1 + `],"initial_options":[` + option1 + `,{"value":"w",` + ok + `}]}`), "not among the options"},
		{"empty option value", actions(`{"type":"static_select","options":[{"value":"",` + ok + `}]}`), "must be more than 0 characters"},
		{"no alt text", `{"type":"image","image_url":"x"}`, "missing required field: alt_text"},
		{"no alt text in context", `{"type":"context","elements":[{"type":"image","image_url":"x"}]}`, "missing required field: alt_text"},
		{"no picture", `{"type":"image","alt_text":"x"}`, "missing required field: image_url"},
		{"style", actions(`{"type":"button","style":"big",` + ok + `}`), "must be one of: primary, danger"},
		{"input in a message", `{"type":"input","label":{"type":"plain_text","text":"x"},"element":{"type":"plain_text_input"}}`, "unsupported type: input"},
		{"text field in actions", actions(`{"type":"plain_text_input"}`), "invalid element"},
		{"multi select in actions", actions(`{"type":"multi_static_select","options":[` + option1 + `]}`), "invalid element"},
		{"unknown block", `{"type":"carousel"}`, "unsupported type: carousel"},
		{"unknown element", actions(`{"type":"slider"}`), "unsupported type: slider"},
		{"unknown field", `{"type":"divider","colour":"red"}`, "invalid additional property: colour"},
		{"date", actions(`{"type":"datepicker","initial_date":"23/11/2026"}`), "must match the format YYYY-MM-DD"},
		{"time", actions(`{"type":"timepicker","initial_time":"9.30"}`), "must match the format HH:mm"},
		{"three charts", strings.Repeat(pie+",", 2) + pie, "no more than 2 items allowed"},
		{"two tables", `{"type":"table","rows":[[{"type":"raw_text","text":"x"}]]},{"type":"table","rows":[[{"type":"raw_text","text":"x"}]]}`, "only_one_table_allowed"},
		{"raw number", `{"type":"table","rows":[[{"type":"raw_number","value":1}]]}`, "raw_number"},
		{"empty cell", `{"type":"table","rows":[[{"type":"raw_text","text":""}]]}`, "must be more than 0 characters"},
		{"all markdown", `{"type":"markdown","text":"` + strings.Repeat("x", 7000) + `"},{"type":"markdown","text":"` + strings.Repeat("x", 5001) + `"}`, "all markdown blocks together"},
		{"alert in a message", `{"type":"alert","text":{"type":"mrkdwn","text":"x"}}`, "unsupported type: alert"},
		{"no caption", `{"type":"data_table","rows":[[{"type":"raw_text","text":"x"}],[{"type":"raw_text","text":"x"}]]}`, "missing required field: caption"},
		{"confirm without button", asking(`"title":{"type":"plain_text","text":"x"},"text":{"type":"mrkdwn","text":"x"}`), "missing required field: confirm"},
		{"51 blocks", repeat(`<{"type":"divider"},*N>`, 51), "no more than 50 items allowed [json-pointer:/blocks]"},
	} {
		t.Run(c.name, func(t *testing.T) { expect(t, checkMessage("", parsed(t, "["+c.blocks+"]")), "invalid_blocks", c.want) })
	}
}

func TestMessageSize(t *testing.T) {
	sections := func(n int) string {
		return "[" + strings.TrimSuffix(strings.Repeat(fmt.Sprintf(`{"type":"section","text":{"type":"mrkdwn","text":"%s"}},`, strings.Repeat("å", 1000)), n), ",") + "]"
	}
	if no := checkMessage("", parsed(t, sections(13))); no != nil {
		t.Errorf("13,000 characters: %v", no)
	}
	expect(t, checkMessage("", parsed(t, sections(14))), "msg_blocks_too_long", "")
	expect(t, checkMessage(strings.Repeat("x", 40001), nil), "msg_too_long", "")
	if no := checkMessage(strings.Repeat("å", 40000), nil); no != nil {
		t.Errorf("40,000 characters: %v", no)
	}
	expect(t, checkMessage("", nil), "no_text", "")
	if no := checkMessage("", parsed(t, "["+repeat(`<{"type":"divider"},*N>`, 50)+"]")); no != nil {
		t.Errorf("50 blocks: %v", no)
	}
}
