package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"samspil/internal/text"
)

type doctorCmd struct {
	DB          string `name:"db" placeholder:"URL" help:"The database, instead of SAMSPIL_DB."`
	RetryParked bool   `help:"Let messages that were given up be tried again."`
	Lang        string `placeholder:"da|en" help:"Language of the findings, instead of SAMSPIL_LANG."`
	JSON        bool   `name:"json" help:"Print the findings as JSON."`
}

// errUnwell ends the program with exit code 1; what is wrong has been said.
var errUnwell = errors.New("the doctor found something that fails")

// Run looks everything over and prints a line for each thing. It fails when one of them does. No line holds a token, a
// password or an address that is a secret.
func (c *doctorCmd) Run(t *terminal) error {
	if _, ok := text.ParseLang(c.Lang); c.Lang != "" && !ok {
		return wrongUse(errLangSetting, "--lang", c.Lang)
	}
	d := &doctor{config: t.config, lang: t.lang, now: time.Now, patience: callWithin}
	d.examine(t.ctx, t.database(c.DB), c.RetryParked)
	if err := d.print(t.out, c.JSON); err != nil {
		return err
	}
	if d.worst() == stateFail {
		return errUnwell
	}
	return nil
}

// state is how bad a finding is: "ok", "warn" (it works, and something should be done) or "fail" (it does not work).
type state string

const (
	stateOK   state = "ok"
	stateWarn state = "warn"
	stateFail state = "fail"
)

// finding is what was found about one thing, in the language of the terminal.
type finding struct {
	Check string `json:"check"` // the thing, one word that stays the same in both languages
	State state  `json:"state"`
	Text  string `json:"text"`
	Mend  string `json:"mend,omitempty"` // what to do about it
}

// doctor gathers findings.
type doctor struct {
	config   config
	lang     text.Lang
	now      func() time.Time // this machine's clock
	patience time.Duration    // for each answer
	findings []finding
}

// examine looks at everything, also where something before it fails.
func (d *doctor) examine(ctx context.Context, database string, retry bool) {
	d.settings()
	d.slack(ctx)
	d.database(ctx, database, retry)
}

func (d *doctor) add(check string, s state, said, mend string) {
	d.findings = append(d.findings, finding{check, s, said, mend})
}

// found adds a finding without arguments in its sentences.
func (d *doctor) found(check string, s state, said, mend text.Text) {
	d.add(check, s, said.In(d.lang), mend.In(d.lang))
}

func (d *doctor) fine(check, said string) { d.add(check, stateOK, said, "") }

// worst is the state of the whole.
func (d *doctor) worst() state {
	worst := stateOK
	for _, f := range d.findings {
		if f.State == stateFail || worst == stateOK {
			worst = f.State
		}
		if worst == stateFail {
			break
		}
	}
	return worst
}

// marks tell a state by a sign and by a word: neither colour nor the sign alone must carry it.
var marks = map[state]string{stateOK: "✓", stateWarn: "!", stateFail: "✗"}

// print writes a line for each finding, or one JSON object.
func (d *doctor) print(w io.Writer, asJSON bool) error {
	if asJSON {
		lines := json.NewEncoder(w)
		lines.SetEscapeHTML(false)
		lines.SetIndent("", "  ")
		return lines.Encode(struct {
			State    state     `json:"state"`
			Findings []finding `json:"findings"`
		}{d.worst(), d.findings})
	}
	for _, f := range d.findings {
		line := f.Text
		if f.Mend != "" {
			line += " " + f.Mend
		}
		if _, err := fmt.Fprintf(w, "%s %-5s %-9s %s\n", marks[f.State], stateNames[f.State].In(d.lang), f.Check, line); err != nil {
			return err
		}
	}
	return nil
}
