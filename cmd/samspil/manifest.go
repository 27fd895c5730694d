package main

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"samspil/commands"
	"samspil/internal/text"
)

type manifestCmd struct {
	Mode    string `placeholder:"socket|http" help:"How Slack reaches the program: over a socket the program opens, or at an address of yours."`
	BaseURL string `name:"base-url" placeholder:"URL" help:"That address, with --mode http: https://samspil.example.dk."`
	Prefix  string `placeholder:"p-" help:"Put this before every command word (/p-visit), where another app has the words already."`
	Lang    string `default:"both" placeholder:"da|en|both" help:"Language of the command words and of what stands in Slack's menus (default: both)."`
}

// Run prints the app manifest, to be pasted where api.slack.com/apps asks for one.
func (c *manifestCmd) Run(t *terminal) error {
	m, err := c.manifest(features(nil, nil, nil, nil)) // asked only for their words
	if err != nil {
		return err
	}
	return m.print(t.out)
}

// The ways Slack reaches the program. An app uses one of them: with the socket on, Slack calls no address.
const (
	modeSocket = "socket"
	modeHTTP   = "http"
)

// modeBoth is both languages at once.
const modeBoth = "both"

// limitCommand is how long a slash command may be, in characters with its slash:
// https://docs.slack.dev/reference/app-manifest
const limitCommand = 32

var prefixPattern = regexp.MustCompile(`^([a-z0-9][a-z0-9_-]*)?$`)

// manifest checks the flags and makes the manifest of these features.
func (c *manifestCmd) manifest(list []commands.Feature) (appManifest, error) {
	base, err := c.base()
	if err != nil {
		return appManifest{}, err
	}
	lang, ok := text.ParseLang(c.Lang)
	switch {
	case !ok && c.Lang != modeBoth:
		return appManifest{}, wrongUse(errManifestLang, c.Lang)
	case !prefixPattern.MatchString(c.Prefix):
		return appManifest{}, wrongUse(errManifestPrefix, c.Prefix)
	case c.Lang == modeBoth:
		lang = text.English // of what can be said only once
	}
	m := newManifest(lang, base)
	for _, f := range list {
		m.Features.Commands = append(m.Features.Commands, c.commands(f, m.at("/slack/commands"))...)
	}
	for _, command := range m.Features.Commands {
		if len(command.Command) > limitCommand {
			return appManifest{}, wrongUse(errManifestLong, command.Command, limitCommand)
		}
	}
	return m, nil
}

// base is the address Slack calls, without a slash at its end; "" for none.
func (c *manifestCmd) base() (string, error) {
	switch {
	case c.Mode == modeSocket && c.BaseURL != "":
		return "", wrongUse(errManifestSocket)
	case c.Mode == modeSocket:
		return "", nil
	case c.Mode != modeHTTP:
		return "", wrongUse(errManifestMode, c.Mode)
	case c.BaseURL == "":
		return "", wrongUse(errManifestNoBase)
	}
	u, err := url.Parse(c.BaseURL)
	if err != nil || u.Hostname() == "" || u.User != nil || strings.ContainsAny(c.BaseURL, "?# ") ||
		u.Scheme != "https" && !(u.Scheme == "http" && loopback(u.Hostname())) {
		return "", wrongUse(errManifestBase, c.BaseURL)
	}
	return strings.TrimRight(u.String(), "/"), nil
}

// commands are a feature's slash commands: its first word is English, the others Danish. A word that serves both
// languages is described in both.
func (c *manifestCmd) commands(f commands.Feature, address string) []manifestCommand {
	english, danish := f.Words[:1], f.Words[1:]
	lang, _ := text.ParseLang(c.Lang)
	list := func(words []string, describe func(text.Text) string) (made []manifestCommand) {
		for _, word := range words {
			made = append(made, manifestCommand{"/" + c.Prefix + word, describe(f.Summary), describe(f.Hint), true, address})
		}
		return made
	}
	in := func(l text.Lang) func(text.Text) string { return func(t text.Text) string { return t.In(l) } }
	both := func(t text.Text) string {
		if t.IsZero() { // a feature may have no hint
			return ""
		}
		return t.In(text.Danish) + " / " + t.In(text.English)
	}
	switch {
	case c.Lang == modeBoth && len(danish) == 0:
		return list(english, both)
	case c.Lang == modeBoth:
		return slices.Concat(list(english, in(text.English)), list(danish, in(text.Danish)))
	case lang == text.Danish && len(danish) > 0:
		return list(danish, in(text.Danish))
	}
	return list(english, in(lang))
}
