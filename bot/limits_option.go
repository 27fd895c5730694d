package bot

import "github.com/slack-go/slack"

// optionKind says where an option stands. Boxes and radio buttons take mrkdwn; an overflow menu may lead to an address.
type optionKind int

const (
	inMenu optionKind = iota
	inBoxes
	inOverflow
)

func (k optionKind) words(t *slack.TextBlockObject) *slack.TextBlockObject {
	if k == inBoxes {
		return words(t, limitOption)
	}
	return plain(t, limitOption)
}

// clampOptions gives at most so many options, each within its limits, and whether one that could be read is missing. One
// whose value does not fit is dropped: cut, it would name another.
func clampOptions(options []*slack.OptionBlockObject, most int, kind optionKind) (kept []*slack.OptionBlockObject, lost bool) {
	kept = []*slack.OptionBlockObject{}
	for _, o := range options {
		if o == nil {
			continue
		}
		n := *o
		n.Text, n.Description, n.URL = kind.words(o.Text), kind.words(o.Description), whole(o.URL, limitURL)
		if kind != inOverflow {
			n.URL = ""
		}
		if n.Text == nil || n.Value == "" || runes(n.Value) > limitOption || len(kept) == most {
			lost = true
			continue
		}
		kept = append(kept, &n)
	}
	return kept, lost
}

// clampConfirm gives the question before something is done; false where Slack would refuse it. Without the question, the
// thing must not be done either.
func clampConfirm(c *slack.ConfirmationBlockObject) (*slack.ConfirmationBlockObject, bool) {
	if c == nil {
		return nil, true
	}
	n := *c
	n.Title, n.Text = plain(c.Title, limitConfirmTitle), words(c.Text, limitConfirmText)
	n.Confirm, n.Deny = plain(c.Confirm, limitConfirmButton), plain(c.Deny, limitConfirmButton)
	return &n, n.Title != nil && n.Text != nil && n.Confirm != nil
}

// whole is the text where it fits, else nothing: cut, it would mean something else.
func whole(s string, limit int) string {
	if runes(s) > limit {
		return ""
	}
	return s
}
