package slackfake

import (
	"encoding/json"
	"strings"
	"testing"
)

// modal is a view in JSON, with more of its own fields and these blocks.
func modal(fields, blocks string) string {
	return `{"type":"modal","title":{"type":"plain_text","text":"x"},"submit":{"type":"plain_text","text":"x"}` + fields + `,"blocks":[` + blocks + `]}`
}

func input(element string) string {
	return `{"type":"input","label":{"type":"plain_text","text":"x"},"element":` + element + `}`
}

func object(t *testing.T, s string) map[string]any {
	t.Helper()
	var o map[string]any
	if err := json.Unmarshal([]byte(s), &o); err != nil {
		t.Fatalf("%v: %.300s", err, s)
	}
	return o
}

func TestViewLimits(t *testing.T) {
	for _, c := range []struct {
		name, view string
		at         int
		want       string
	}{
		{"title", `{"type":"modal","title":{"type":"plain_text","text":"<x*N>"},"blocks":[]}`, 24, "must be less than 25 characters [json-pointer:/view/title/text]"},
		{"submit", `{"type":"modal","title":{"type":"plain_text","text":"x"},"submit":{"type":"plain_text","text":"<x*N>"},"blocks":[]}`, 24, "/view/submit/text"},
		{"close", modal(`,"close":{"type":"plain_text","text":"<x*N>"}`, ""), 24, "/view/close/text"},
		{"private_metadata", modal(`,"private_metadata":"<x*N>"`, ""), 3000, "/view/private_metadata"},
		{"callback_id", modal(`,"callback_id":"<x*N>"`, ""), 255, "/view/callback_id"},
		{"external_id", modal(`,"external_id":"<x*N>"`, ""), 255, "/view/external_id"},
		{"blocks", modal("", `<{"type":"divider"},*N>`), 100, "no more than 100 items allowed [json-pointer:/view/blocks]"},
		{"label", modal("", `{"type":"input","label":{"type":"plain_text","text":"<x*N>"},"element":{"type":"plain_text_input"}}`), 2000, "/view/blocks/0/label/text"},
		{"hint", modal("", `{"type":"input","label":{"type":"plain_text","text":"x"},"hint":{"type":"plain_text","text":"<x*N>"},"element":{"type":"plain_text_input"}}`), 2000, "/hint/text"},
		{"placeholder", modal("", input(`{"type":"plain_text_input","placeholder":{"type":"plain_text","text":"<x*N>"}}`)), 150, "/element/placeholder/text"},
		{"initial value", modal("", input(`{"type":"plain_text_input","initial_value":"<x*N>"}`)), 3000, "/element/initial_value"},
		{"alert", modal("", `{"type":"alert","text":{"type":"mrkdwn","text":"<x*N>"}}`), 3000, "/text/text"},
		{"options", modal("", input(`{"type":"multi_static_select","options":[<`+option1+`,*N>]}`)), 100, "/element/options"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if no := checkView(object(t, repeat(c.view, c.at)), onModal); no != nil {
				t.Fatalf("with %d: %v", c.at, no.messages)
			}
			expect(t, checkView(object(t, repeat(c.view, c.at+1)), onModal), "invalid_arguments", c.want)
		})
	}
}

func TestViewRules(t *testing.T) {
	for _, c := range []struct{ name, view, want string }{
		{"no title", `{"type":"modal","blocks":[]}`, "missing required field: title"},
		{"no submit", `{"type":"modal","title":{"type":"plain_text","text":"x"},"blocks":[` + input(`{"type":"plain_text_input"}`) + `]}`, "submit"},
		{"max_length", modal("", input(`{"type":"plain_text_input","max_length":3001}`)), "must be less than 3001 [json-pointer:/view/blocks/0/element/max_length]"},
		{"no max_length", modal("", input(`{"type":"plain_text_input","max_length":0}`)), "must be greater than 0"},
		{"initial too long", modal("", input(`{"type":"plain_text_input","max_length":2,"initial_value":"xxx"}`)), "/initial_value"},
		{"initial too short", modal("", input(`{"type":"plain_text_input","min_length":4,"initial_value":"xxx"}`)), "/initial_value"},
		{"min over max", modal("", input(`{"type":"plain_text_input","min_length":4,"max_length":3}`)), "/min_length"},
		{"initial option", modal("", input(`{"type":"radio_buttons","options":[`+option1+`],"initial_option":{"value":"w",`+ok+`}}`)), "not among the options"},
		{"empty initial options", modal("", input(`{"type":"checkboxes","options":[`+option1+`],"initial_options":[]}`)), "no less than 1 items"},
		{"number", modal("", input(`{"type":"number_input","is_decimal_allowed":false,"min_value":"few"}`)), "must be a number"},
		{"number kind", modal("", input(`{"type":"number_input"}`)), "missing required field: is_decimal_allowed"},
		{"button in input", modal("", input(`{"type":"button",`+ok+`}`)), "invalid element"},
		{"markdown in a view", modal("", `{"type":"markdown","text":"x"}`), "unsupported type: markdown"},
		{"table in a view", modal("", `{"type":"table","rows":[[{"type":"raw_text","text":"x"}]]}`), "unsupported type: table"},
		{"two foci", modal("", input(`{"type":"plain_text_input","focus_on_load":true}`)+","+input(`{"type":"plain_text_input","focus_on_load":true}`)), "focus_on_load"},
		{"101 chosen", modal("", input(`{"type":"multi_users_select","max_selected_items":101}`)), "/max_selected_items"},
		{"eleven files", modal("", input(`{"type":"file_input","max_files":11}`)), "/max_files"},
		{"block_id twice", modal("", `{"type":"divider","block_id":"a"},{"type":"divider","block_id":"a"}`), "/view/blocks/1/block_id"},
		{"no blocks", `{"type":"modal","title":{"type":"plain_text","text":"x"}}`, "missing required field: blocks"},
		{"a home", `{"type":"home","blocks":[]}`, "must be one of: modal"},
	} {
		t.Run(c.name, func(t *testing.T) { expect(t, checkView(object(t, c.view), onModal), "invalid_arguments", c.want) })
	}
	expect(t, checkView(object(t, modal("", "")), onHome), "invalid_arguments", "invalid additional property: submit")
	expect(t, checkView(object(t, `{"type":"home","blocks":[`+input(`{"type":"email_text_input"}`)+`]}`), onHome), "invalid_arguments", "is not for input in a home")
	big := modal("", strings.TrimSuffix(strings.Repeat(`{"type":"section","text":{"type":"mrkdwn","text":"`+strings.Repeat("x", 2900)+`"}},`, 90), ","))
	expect(t, checkView(object(t, big), onModal), "view_too_large", "")
	if no := checkView(object(t, modal("", input(`{"type":"file_input","max_files":10}`)+","+input(`{"type":"plain_text_input","max_length":3000}`))), onModal); no != nil {
		t.Errorf("ten files, and 3000 letters: %v", no.messages)
	}
	if no := checkView(object(t, `{"type":"home","blocks":[`+input(`{"type":"plain_text_input"}`)+`]}`), onHome); no != nil {
		t.Errorf("a home tab with a field: %v", no.messages)
	}
}
