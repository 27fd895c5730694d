package bot

import (
	"encoding/json"
	"reflect"
	"slices"

	"github.com/slack-go/slack"

	"samspil/commands"
	"samspil/internal/text"
)

// surface is where blocks are shown; each has its own blocks.
type surface int

const (
	onMessage surface = iota
	onModal
	onHome
)

// clamper makes blocks fit one surface, and remembers what had to go.
type clamper struct {
	on      surface
	ids     map[string]bool
	table   bool // there is one, and there may be only one
	charts  int
	focused bool // an element has the focus, and only one may
	short   bool // words were left out
	fewer   bool // choices were left out
}

// fit keeps as many blocks as there is room for, each within its own limits. Where something was left out, the last
// block says so. The budget is of characters for a message, and of bytes as JSON for a view.
func fit(lang text.Lang, on surface, blocks []slack.Block, budget int) []slack.Block {
	c := &clamper{on: on, ids: map[string]bool{}}
	all := []slack.Block{} // Slack takes no null for it in a view
	for _, b := range blocks {
		all = append(all, c.block(b)...)
	}
	kept := c.within(all, c.most(), budget)
	if len(kept) == len(all) && !c.short && !c.fewer {
		return kept
	}
	notice := textShortened
	if len(kept) == len(all) && !c.short {
		notice = textFewer
	}
	said := commands.NewPage().Small(notice.In(lang)).Reply().Blocks[0]
	return append(c.within(all, c.most()-1, budget-c.size(said)), said)
}

func (c *clamper) most() int {
	if c.on == onMessage {
		return limitMessageBlocks
	}
	return limitViewBlocks
}

// within is the longest beginning of the blocks that keeps to the number and the budget.
func (c *clamper) within(all []slack.Block, most, budget int) []slack.Block {
	if len(all) <= most && plentyFor(all, budget) {
		return all
	}
	for i, b := range all {
		if budget -= c.size(b); budget < 0 || i == most {
			return slices.Clip(all[:i])
		}
	}
	return slices.Clip(all)
}

// plentyFor reports whether the blocks fit for certain: there is no more text in them than there are bytes in their JSON.
// To count the text itself takes many times as long.
func plentyFor(all []slack.Block, budget int) bool {
	for _, b := range all {
		if budget -= jsonSize(b) + len(","); budget < 0 {
			return false
		}
	}
	return true
}

// size is what the block takes of the budget.
func (c *clamper) size(b slack.Block) int {
	if c.on == onMessage {
		return textIn(b)
	}
	return jsonSize(b) + len(",")
}

// textIn is how many characters of text are in it, those of buttons and menus among them: where Slack stops counting is
// not on a page.
func textIn(v any) int {
	var tree any
	if json.Unmarshal([]byte(jsonOf(v)), &tree) != nil {
		return 0
	}
	return textOfTree(tree)
}

func textOfTree(v any) int {
	n := 0
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			n += textOfTree(e)
		}
	case map[string]any:
		for name, e := range v {
			if s, is := e.(string); is && (name == "text" || name == "alt_text") {
				n += runes(s)
			}
			n += textOfTree(e)
		}
	}
	return n
}

func jsonOf(v any) string {
	raw, err := json.Marshal(v)
	if err != nil {
		return ""
	}
	return string(raw)
}

func jsonSize(v any) int { return len(jsonOf(v)) }

// pointer gives a block or element, held as a value or a pointer, as a pointer to it; false for nil of any kind.
func pointer[T any](v T) (T, bool) {
	r := reflect.ValueOf(v)
	switch r.Kind() {
	case reflect.Invalid:
		return v, false
	case reflect.Pointer:
		return v, !r.IsNil()
	case reflect.Struct:
		p := reflect.New(r.Type())
		p.Elem().Set(r)
		out, is := p.Interface().(T)
		return out, is
	}
	return v, true
}
