package console

import (
	"context"
	"strconv"
	"strings"

	"samspil/bot"
	"samspil/internal/crm"
)

// press presses a button of the latest reply that had any, by its number, its label, or the start of its label.
func (s *session) press(ctx context.Context, arg string) error {
	b, err := s.button(arg)
	if err != nil {
		return err
	}
	if s.form != nil && len(s.form.buttons) == 0 {
		s.leaveForm() // in Slack a form lies over the messages, whose buttons are out of reach
	}
	in := s.inbound(bot.Action)
	in.Action, in.Value = b.action, b.value
	s.send(ctx, in)
	return s.converse(ctx)
}

func (s *session) button(arg string) (button, error) {
	if len(s.buttons) == 0 {
		return button{}, crm.Errorf(crm.NotFound, errNoButtons)
	}
	if n, err := strconv.Atoi(arg); err == nil {
		if n < 1 || n > len(s.buttons) {
			return button{}, crm.Errorf(crm.NotFound, errButton, shown(arg), s.labels())
		}
		return s.buttons[n-1], nil
	}
	var found []button
	for _, b := range s.buttons {
		if strings.EqualFold(b.label, arg) {
			return b, nil
		}
		if arg != "" && strings.HasPrefix(strings.ToLower(b.label), strings.ToLower(arg)) {
			found = append(found, b)
		}
	}
	if len(found) != 1 {
		return button{}, crm.Errorf(crm.NotFound, errButton, shown(arg), s.labels())
	}
	return found[0], nil
}

func (s *session) labels() string {
	var labels []string
	for i, b := range s.buttons {
		labels = append(labels, "["+strconv.Itoa(i+1)+"] "+b.label)
	}
	return strings.Join(labels, "  ")
}
