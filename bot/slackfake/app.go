package slackfake

import (
	"errors"
	"slices"
)

// App is the app's configuration: where its requests go and how they are signed, or that they go through the socket.
type App struct {
	ID            string // "A0FAKEAPP" unless told
	SigningSecret string
	// The request URLs. A kind without an address is not sent; nor are searches to Interactions: their address is the
	// message_menu_options_url, a setting of its own.
	Commands, Interactions, Options, Events string
	Socket                                  bool     // over the socket, and no more to the URLs
	Slash                                   []string // the commands there are, with their slash; any when empty
	Plain                                   bool     // should_escape is off: text arrives as typed
	Subscribed                              []string // event types; all when empty
}

// App configures the app. It may be called again, as a developer may change the settings.
func (s *Server) App(a App) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if a.ID == "" {
		a.ID = s.app.ID
	}
	s.app = a
	s.changed()
}

// token is the app-level token: https://docs.slack.dev/authentication/tokens
func (a App) token() string { return "xapp-1-" + a.ID + "-socket" }

// AppToken is the app-level token with connections:write, of the app as it is configured now.
func (s *Server) AppToken() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.app.token()
}

// address is where a kind of delivery goes.
func (a App) address(k deliveryKind) string {
	switch k {
	case kindCommand:
		return a.Commands
	case kindEvent:
		return a.Events
	case kindOptions:
		return a.Options
	}
	return a.Interactions
}

func (a App) knows(command string) bool {
	return len(a.Slash) == 0 || slices.Contains(a.Slash, command)
}

func (a App) subscribes(event string) bool {
	return len(a.Subscribed) == 0 || slices.Contains(a.Subscribed, event)
}

// VerifyEvents asks the events URL to prove itself, as Slack does when it is entered in the settings:
// https://docs.slack.dev/reference/events/url_verification
func (s *Server) VerifyEvents() error {
	challenge := sprintf("challenge%d", s.next())
	a := s.deliver(&delivery{kind: kindEvent, payload: reply{"type": "url_verification", "challenge": challenge, "token": "none"}}, normal)
	switch {
	case a.failed != "":
		return errors.New("url_verification: " + a.failed)
	case !challenged(a.body, challenge):
		return errors.New("url_verification: the challenge did not come back")
	}
	return nil
}

// CheckSSL sends what Slack sends to a distributed app's command URL to see its certificate, and gives the status:
// https://docs.slack.dev/interactivity/implementing-slash-commands
func (s *Server) CheckSSL() int {
	return s.deliver(&delivery{kind: kindCommand, payload: reply{"ssl_check": "1", "token": "none"}}, normal).status
}

// Uninstall takes the app out of a workspace: its token is dead from now on, and the app is told. Both events carry one
// installation: https://docs.slack.dev/reference/events/app_uninstalled
func (s *Server) Uninstall(team string) *Answer {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.needInstall(team).gone = "account_inactive"
	return s.event(team, map[string]any{"type": "app_uninstalled"}, nil)
}

// RevokeTokens revokes the workspace's bot token and tells the app: https://docs.slack.dev/reference/events/tokens_revoked
func (s *Server) RevokeTokens(team string) *Answer {
	s.mu.Lock()
	defer s.mu.Unlock()
	in := s.needInstall(team)
	in.gone = "token_revoked"
	return s.event(team, map[string]any{"type": "tokens_revoked", "tokens": map[string]any{"oauth": []string{}, "bot": []string{in.BotUser}}}, nil)
}

// needInstall ends the test unless the app has ever been in the workspace. The lock is held.
func (s *Server) needInstall(team string) *Installation {
	in := s.world.installs[team]
	if in == nil {
		s.fatalf("the app is not installed in %s", team)
	}
	return in
}
