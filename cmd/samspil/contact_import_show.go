package main

import (
	"fmt"
	"slices"
	"strings"

	"samspil/internal/crm"
	"samspil/internal/moving"
	"samspil/internal/privacy"
	"samspil/internal/text"
)

func (r *importRun) say(t text.Text, args ...any) { fmt.Fprintln(r.t.out, t.In(r.t.lang, args...)) }

// showMapping says how the columns are read.
func (r *importRun) showMapping() {
	if len(r.table.Others) > 0 {
		r.say(importSheet, seen(r.table.Sheet), seen(text.List(r.t.lang, r.table.Others)))
	}
	r.say(importColumns)
	table(r.t.out, func(row func(...any)) {
		for _, c := range r.options.Mapping.Columns {
			field := string(c.Field)
			switch {
			case c.Field == moving.Unread || c.Field == moving.Reason:
				field = "(" + columnUnread.In(r.t.lang) + ")"
			case c.Turn > 0:
				field = fmt.Sprintf("%s %d", c.Field, c.Turn)
			}
			row("  "+seen(c.Header), "→ "+field)
		}
	})
}

// report shows the first rows and what became of all.
func (r *importRun) report() {
	r.preview()
	r.say(importAccount, r.number(r.account.Rows))
	verb := wouldBeAdded
	if r.Write {
		verb = wereAdded
	}
	table(r.t.out, func(row func(...any)) {
		row("  "+verb.In(r.t.lang)+":", r.number(r.account.Verdicts[moving.Added]))
		for v := moving.There; v <= moving.Refused; v++ {
			if n := r.account.Verdicts[v]; n > 0 {
				row("  "+verdictTexts[v].In(r.t.lang)+":", r.number(n), r.exampleOf(v))
			}
		}
	})
	r.also()
	switch {
	case !r.Write:
		r.say(importDry)
	case r.im.ID == 0:
		r.say(importNothing)
	default:
		r.say(contactsImported, r.im.ID, r.number(r.account.Verdicts[moving.Added]), r.im.ID)
	}
	if n := r.account.NotTaken(); n > 0 && r.Write {
		r.say(importRest, r.number(n), r.rest.name)
	}
}

func (r *importRun) number(n int) string { return text.Number(r.t.lang, n) }

func (r *importRun) exampleOf(v moving.Verdict) string {
	d := r.example[v]
	if d.Why == "" {
		return ""
	}
	why, _ := privacy.Mask(d.Why)
	return importExample.In(r.t.lang, d.Row.Number, seen(why))
}

// also says what else there is to know of the rows.
func (r *importRun) also() {
	a := r.account
	channel := crm.Channel(r.Channel).Name(r.t.lang)
	begun := false
	table(r.t.out, func(row func(...any)) {
		for _, l := range []struct {
			n    int
			what string
		}{
			{a.FollowUps, alsoFollowUps.In(r.t.lang)}, {a.Fresh, alsoFresh.In(r.t.lang)}, {a.Overlaps, alsoOverlaps.In(r.t.lang)},
			{a.Held, alsoHeld.In(r.t.lang)}, {a.LeftOut, alsoLeftOut.In(r.t.lang)}, {a.NoChannel, alsoNoChannel.In(r.t.lang, channel)},
			{a.Kept, alsoKept.In(r.t.lang)}, {a.Masked, alsoMasked.In(r.t.lang)},
		} {
			if l.n == 0 {
				continue
			}
			if !begun {
				begun = true
				r.say(importOf)
			}
			row("  "+l.what+":", r.number(l.n))
		}
	})
}

// preview shows how the first rows are understood.
func (r *importRun) preview() {
	if len(r.first) == 0 {
		return
	}
	r.say(importFirst)
	for _, d := range r.first {
		parts := []string{importRow.In(r.t.lang, d.Row.Number)}
		if k := d.Contact; d.Verdict == moving.Added {
			parts = append(parts, text.ShortDate(r.t.lang, k.Date), text.Cut(k.Company.Name, 40)+" "+k.Company.CVR, k.Channel.Name(r.t.lang),
				strings.Join(purposesIn(r.t.lang, k.Purposes), ", "), k.Person.Name, text.Cut(k.Note, 40))
		} else {
			why, _ := privacy.Mask(d.Why)
			parts = append(parts, verdictTexts[d.Verdict].In(r.t.lang), text.Cut(why, 120))
		}
		parts = slices.DeleteFunc(parts, func(p string) bool { return p == "" })
		fmt.Fprintln(r.t.out, "  "+seen(strings.Join(parts, " · ")))
	}
}

func purposesIn(lang text.Lang, list []crm.Purpose) []string {
	names := make([]string, len(list))
	for i, p := range list {
		names[i] = p.Name(lang)
	}
	return names
}
