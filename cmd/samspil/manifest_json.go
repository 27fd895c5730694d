package main

import (
	"encoding/json"
	"io"

	"samspil/internal/text"
)

// appManifest is an app as Slack is told of it: https://docs.slack.dev/reference/app-manifest. The library's own type
// leaves out what is false, and Slack then takes its default; here a false is printed.
type appManifest struct {
	Metadata struct {
		Major int `json:"major_version"`
		Minor int `json:"minor_version"`
	} `json:"_metadata"`
	Display  manifestDisplay  `json:"display_information"`
	Features manifestFeatures `json:"features"`
	OAuth    struct {
		Scopes struct {
			Bot []string `json:"bot"`
		} `json:"scopes"`
	} `json:"oauth_config"`
	Settings manifestSettings `json:"settings"`

	base string // the address Slack calls; "" where it calls none
}

type manifestDisplay struct {
	Name        string `json:"name"`
	Description string `json:"description"`
	Color       string `json:"background_color"`
}

type manifestFeatures struct {
	Home struct {
		Home     bool `json:"home_tab_enabled"`
		Messages bool `json:"messages_tab_enabled"`
		ReadOnly bool `json:"messages_tab_read_only_enabled"`
	} `json:"app_home"`
	Bot struct {
		Name   string `json:"display_name"`
		Online bool   `json:"always_online"`
	} `json:"bot_user"`
	Shortcuts []manifestShortcut `json:"shortcuts"`
	Commands  []manifestCommand  `json:"slash_commands"`
}

type manifestShortcut struct {
	Name        string `json:"name"`
	Type        string `json:"type"`
	Callback    string `json:"callback_id"`
	Description string `json:"description"`
}

type manifestCommand struct {
	Command     string `json:"command"`
	Description string `json:"description"`
	Hint        string `json:"usage_hint,omitempty"`
	Escape      bool   `json:"should_escape"`
	URL         string `json:"url,omitempty"`
}

type manifestSettings struct {
	Events struct {
		URL string   `json:"request_url,omitempty"`
		Bot []string `json:"bot_events"`
	} `json:"event_subscriptions"`
	Interactivity struct {
		Enabled bool   `json:"is_enabled"`
		URL     string `json:"request_url,omitempty"`
		Options string `json:"message_menu_options_url,omitempty"`
	} `json:"interactivity"`
	Org      bool `json:"org_deploy_enabled"`
	Socket   bool `json:"socket_mode_enabled"`
	Rotation bool `json:"token_rotation_enabled"`
}

// botScopes are what the program may do, each with its reason in docs/operate.md; botEvents what it hears of.
var (
	botScopes = []string{"commands", "chat:write", "app_mentions:read", "im:history", "channels:read", "groups:read", "users:read", "files:read", "files:write"}
	botEvents = []string{"app_home_opened", "app_mention", "message.im", "app_uninstalled", "tokens_revoked", "channel_id_changed"}
)

// newManifest is the manifest without its commands.
func newManifest(lang text.Lang, base string) appManifest {
	m := appManifest{base: base, Display: manifestDisplay{"Samspil", appPurpose.In(lang), "#1d3557"}}
	m.Metadata.Major, m.Metadata.Minor = 1, 1
	m.Features.Home.Home, m.Features.Home.Messages = true, true
	m.Features.Bot.Name, m.Features.Bot.Online = "samspil", true
	m.Features.Shortcuts = []manifestShortcut{
		{shortcutNew.In(lang), "global", "visit.new", shortcutNewWhat.In(lang)},
		{shortcutFrom.In(lang), "message", "visit.frommessage", shortcutFromWhat.In(lang)},
	}
	m.OAuth.Scopes.Bot = botScopes
	m.Settings.Events.Bot, m.Settings.Events.URL = botEvents, m.at("/slack/events")
	m.Settings.Interactivity.Enabled = true
	m.Settings.Interactivity.URL = m.at("/slack/interactions")
	m.Settings.Interactivity.Options = m.at("/slack/options")
	m.Settings.Socket = base == ""
	return m
}

// at is the address of a path; "" where Slack calls none.
func (m appManifest) at(path string) string {
	if m.base == "" {
		return ""
	}
	return m.base + path
}

// print writes it as a person reads it: indented, and with & and < as they are.
func (m appManifest) print(w io.Writer) error {
	lines := json.NewEncoder(w)
	lines.SetEscapeHTML(false)
	lines.SetIndent("", "  ")
	return lines.Encode(m)
}
