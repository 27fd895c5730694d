package bot

import (
	"reflect"

	"github.com/slack-go/slack"
)

// accessory is the element beside a section.
func (c *clamper) accessory(a *slack.Accessory) *slack.Accessory {
	if a == nil {
		return nil
	}
	fields := reflect.ValueOf(*a)
	for i := range fields.NumField() {
		if e, is := fields.Field(i).Interface().(slack.BlockElement); is && !fields.Field(i).IsNil() {
			if e = c.element(e, inSection); e == nil {
				return nil
			}
			return slack.NewAccessory(e)
		}
	}
	return nil
}

// field gives an element's field of that name; the zero Value where it has none.
func field(e slack.BlockElement, name string) reflect.Value {
	return reflect.ValueOf(e).Elem().FieldByName(name)
}

func actionID(e slack.BlockElement) string {
	if f := field(e, "ActionID"); f.IsValid() {
		return f.String()
	}
	return ""
}

// focus leaves the cursor to the first element that asks for it.
func (c *clamper) focus(e slack.BlockElement) {
	f := field(e, "FocusOnLoad")
	if !f.IsValid() || !f.Bool() {
		return
	}
	f.SetBool(!c.focused)
	c.focused = true
}
