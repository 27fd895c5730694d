package slackfake

// menuState is what one user has done in the menus of a message.
type menuState struct {
	shown  map[string][]Choice // what the last search in a menu offered, by block and action id
	chosen values
}

// menusOf is the user's state, made when it is needed. The lock is held.
func (m *Message) menusOf(user string) *menuState {
	if m.menus[user] == nil {
		if m.menus == nil {
			m.menus = map[string]*menuState{}
		}
		m.menus[user] = &menuState{shown: map[string][]Choice{}, chosen: values{}}
	}
	return m.menus[user]
}

// offer remembers what a search offered.
func (m *Message) offer(user string, p placed, offered []Choice) {
	m.menusOf(user).shown[p.block+"/"+p.action] = offered
}

// choose remembers what was chosen.
func (m *Message) choose(user string, p placed, value map[string]any) {
	m.menusOf(user).chosen.set(p, value)
}

// state is what the user sees chosen in the message.
func (m *Message) state(user string) values {
	v := initialValues(m.Blocks)
	if own := m.menus[user]; own != nil {
		v.keep(own.chosen)
	}
	return v
}
