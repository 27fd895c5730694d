package bot

import (
	"reflect"
	"slices"

	"github.com/slack-go/slack"
)

// chosen is what one chooses in: menus, boxes, dates. It stands in fields and elsewhere.
func (c *clamper) chosen(e slack.BlockElement) slack.BlockElement {
	out, confirm := c.menu(e)
	if out == nil {
		return nil
	}
	clamped, fits := clampConfirm(confirm)
	if !fits {
		return nil
	}
	if f := field(out, "Confirm"); confirm != nil {
		f.Set(reflect.ValueOf(clamped))
	}
	if f := field(out, "Placeholder"); f.IsValid() {
		f.Set(reflect.ValueOf(plain(f.Interface().(*slack.TextBlockObject), limitPlaceholder)))
	}
	return out
}

// menu gives a copy with its options clamped, and the question it asks first.
func (c *clamper) menu(e slack.BlockElement) (slack.BlockElement, *slack.ConfirmationBlockObject) {
	switch e := e.(type) {
	case *slack.SelectBlockElement:
		n := *e
		offered := c.offered(e.Type, &n.Options, &n.OptionGroups)
		chosen := initial(offered, []*slack.OptionBlockObject{e.InitialOption}, e.Type)
		if n.InitialOption = nil; len(chosen) > 0 {
			n.InitialOption = chosen[0]
		}
		return unless(e.Type == slack.OptTypeStatic && len(offered) == 0, &n), e.Confirm
	case *slack.MultiSelectBlockElement:
		n := *e
		offered := c.offered(e.Type, &n.Options, &n.OptionGroups)
		n.InitialOptions = initial(offered, e.InitialOptions, e.Type)
		return unless(e.Type == slack.MultiOptTypeStatic && len(offered) == 0, &n), e.Confirm
	case *slack.CheckboxGroupsBlockElement:
		n := *e
		n.Options = c.fewerThan(e.Options, limitBoxes, inBoxes)
		n.InitialOptions = initial(n.Options, e.InitialOptions, "")
		return unless(len(n.Options) == 0, &n), e.Confirm
	case *slack.RadioButtonsBlockElement:
		n := *e
		n.Options = c.fewerThan(e.Options, limitBoxes, inBoxes)
		chosen := initial(n.Options, []*slack.OptionBlockObject{e.InitialOption}, "")
		if n.InitialOption = nil; len(chosen) > 0 {
			n.InitialOption = chosen[0]
		}
		return unless(len(n.Options) == 0, &n), e.Confirm
	case *slack.DatePickerBlockElement:
		n := *e
		return &n, e.Confirm
	case *slack.TimePickerBlockElement:
		n := *e
		n.Timezone = whole(e.Timezone, limitID)
		return &n, e.Confirm
	case *slack.DateTimePickerBlockElement:
		n := *e
		return &n, e.Confirm
	}
	return nil, nil
}

func unless(bad bool, e slack.BlockElement) slack.BlockElement {
	if bad {
		return nil
	}
	return e
}

// offered clamps a menu's options, or its groups of them where it has no options, and gives all that it offers.
func (c *clamper) offered(kind string, options *[]*slack.OptionBlockObject, groups *[]*slack.OptionGroupBlockObject) []*slack.OptionBlockObject {
	if kind != slack.OptTypeStatic && kind != slack.MultiOptTypeStatic {
		*options, *groups = nil, nil // those of others are asked for, or Slack's own
		return nil
	}
	if *options = c.fewerThan(*options, limitOptions, inMenu); len(*options) > 0 {
		c.fewer = c.fewer || len(*groups) > 0
		*groups = nil
		return *options
	}
	var kept []*slack.OptionGroupBlockObject
	var all []*slack.OptionBlockObject
	for _, g := range *groups {
		if g == nil {
			continue
		}
		n := &slack.OptionGroupBlockObject{Label: plain(g.Label, limitOption), Options: c.fewerThan(g.Options, limitOptions, inMenu)}
		if n.Label == nil || len(n.Options) == 0 || len(kept) == limitOptions {
			c.fewer = true
			continue
		}
		kept, all = append(kept, n), append(all, n.Options...)
	}
	*groups = kept
	return all
}

func (c *clamper) fewerThan(options []*slack.OptionBlockObject, most int, kind optionKind) []*slack.OptionBlockObject {
	kept, lost := clampOptions(options, most, kind)
	c.fewer = c.fewer || lost
	return kept
}

// initial keeps the chosen options that are offered, as they are offered; all that fit where the menu asks for what it
// offers.
func initial(offered, chosen []*slack.OptionBlockObject, kind string) []*slack.OptionBlockObject {
	if kind == slack.OptTypeExternal || kind == slack.MultiOptTypeExternal {
		kept, _ := clampOptions(chosen, limitOptions, inMenu)
		return kept
	}
	var kept []*slack.OptionBlockObject
	for _, o := range offered {
		if slices.ContainsFunc(chosen, func(c *slack.OptionBlockObject) bool { return c != nil && c.Value == o.Value }) {
			kept = append(kept, o)
		}
	}
	return kept
}
