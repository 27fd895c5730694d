package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

const atHTTP = "https://samspil.example.dk/app"

// printed is what samspil manifest prints.
func printed(t *testing.T, c manifestCmd) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := c.Run(&terminal{ctx: t.Context(), out: &out}); err != nil {
		t.Fatalf("%+v: %v", c, err)
	}
	return out.Bytes()
}

// manifests are all that differ in kind.
func manifests() (list []manifestCmd) {
	for _, lang := range []string{"da", "en", modeBoth} {
		for _, prefix := range []string{"", "p-"} {
			list = append(list, manifestCmd{Mode: modeSocket, Lang: lang, Prefix: prefix}, manifestCmd{Mode: modeHTTP, BaseURL: atHTTP, Lang: lang, Prefix: prefix})
		}
	}
	return list
}

func TestManifestKeepsTheFormat(t *testing.T) {
	raw, err := os.ReadFile("testdata/manifest.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	format := readSchema(t, raw)
	for _, c := range manifests() {
		for _, wrong := range format.against("", fromJSON(t, printed(t, c))) {
			t.Errorf("%+v: %s", c, wrong)
		}
	}
}

// steady are features that stay the same whatever the program learns.
var steady = []commands.Feature{
	{Name: "visit", Words: []string{"visit", "besoeg"}, Summary: text.New("Notér en kontakt", "Log a contact"), Hint: text.New("[virksomhed dato …] | fortryd", "[company date …] | undo")},
	{Name: "samspil", Words: []string{"samspil"}, Summary: text.New("Hjælp & sprog", "Help & language"), Hint: text.New("hjælp | <kommando>", "help | <command>")},
	{Name: "bare", Words: []string{"bare"}, Summary: text.New("Uden hint", "Without a hint")},
}

// TestManifestGolden compares with testdata/manifest.*.json, word for word.
func TestManifestGolden(t *testing.T) {
	for name, c := range map[string]manifestCmd{
		"manifest.socket.both.json": {Mode: modeSocket, Lang: modeBoth},
		"manifest.http.da.json":     {Mode: modeHTTP, BaseURL: "https://samspil.example.dk/", Lang: "da", Prefix: "p-"},
	} {
		file := filepath.Join("testdata", name)
		m, err := c.manifest(steady)
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := m.print(&out); err != nil {
			t.Fatal(err)
		}
		got := out.Bytes()
		if os.Getenv("SAMSPIL_UPDATE") != "" {
			if err := os.WriteFile(file, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s (SAMSPIL_UPDATE=1 writes it anew): %s", name, diff)
		}
	}
}

func TestManifestModes(t *testing.T) {
	for _, c := range manifests() {
		raw := string(printed(t, c))
		if c.Mode == modeSocket {
			if strings.Contains(raw, "url") || !strings.Contains(raw, `"socket_mode_enabled": true`) {
				t.Errorf("over the socket Slack calls an address: %s", raw)
			}
			continue
		}
		for _, want := range []string{`"socket_mode_enabled": false`, `"org_deploy_enabled": false`, `"token_rotation_enabled": false`,
			atHTTP + "/slack/commands", atHTTP + "/slack/interactions", atHTTP + "/slack/events"} {
			if !strings.Contains(raw, want) {
				t.Errorf("%+v lacks %s", c, want)
			}
		}
		if commands := fromJSON(t, []byte(raw)).(map[string]any)["features"].(map[string]any)["slash_commands"].([]any); strings.Count(raw, "/slack/commands") != len(commands) {
			t.Errorf("%+v: not every command has its address", c)
		}
	}
}

func TestManifestCommands(t *testing.T) {
	for lang, want := range map[string][]string{
		"en": {"/visit", "/check", "/samspil"}, "da": {"/besoeg", "/tjek", "/samspil"},
		modeBoth: {"/visit", "/besoeg", "/check", "/tjek", "/samspil"},
	} {
		m := manifestOf(t, manifestCmd{Mode: modeSocket, Lang: lang})
		var got []string
		for _, c := range m.Features.Commands {
			got = append(got, c.Command)
			if !c.Escape {
				t.Errorf("%s gets mentions unescaped", c.Command)
			}
		}
		for _, w := range want { // other features may have joined
			if !slices.Contains(got, w) {
				t.Errorf("%s: %q lacks %s", lang, got, w)
			}
		}
		seen := map[string]bool{}
		for _, c := range got {
			if seen[c] {
				t.Errorf("%s: %s stands there twice", lang, c)
			}
			seen[c] = true
		}
	}
}

// TestShortcutsLeadSomewhere: a shortcut is an action of a feature.
func TestShortcutsLeadSomewhere(t *testing.T) {
	byName := map[string]commands.Feature{}
	for _, f := range features(nil, nil, nil, nil) {
		byName[f.Name] = f
	}
	for _, lang := range []string{"da", "en"} {
		for _, s := range manifestOf(t, manifestCmd{Mode: modeSocket, Lang: lang}).Features.Shortcuts {
			name, action, _ := strings.Cut(s.Callback, ".")
			if byName[name].Actions[action] == nil {
				t.Errorf("%s (%s) leads nowhere", s.Name, s.Callback)
			}
			if n := utf8.RuneCountInString(s.Name); n > 24 {
				t.Errorf("%s: %d characters", s.Name, n)
			}
		}
	}
}

func manifestOf(t *testing.T, c manifestCmd) (m appManifest) {
	t.Helper()
	if err := json.Unmarshal(printed(t, c), &m); err != nil {
		t.Fatal(err)
	}
	return m
}

func TestManifestRefuses(t *testing.T) {
	long := []commands.Feature{{Name: "x", Words: []string{strings.Repeat("x", 30)}, Summary: text.New("x", "x")}}
	for words, c := range map[string]manifestCmd{
		"socket or http, not \"\"":    {Lang: "en"},
		"not \"rtm\"":                 {Mode: "rtm", Lang: "en"},
		"must say where":              {Mode: modeHTTP, Lang: "en"},
		"belongs to --mode http":      {Mode: modeSocket, BaseURL: atHTTP, Lang: "en"},
		"http://samspil.example":      {Mode: modeHTTP, BaseURL: "http://samspil.example", Lang: "en"},
		"ftp://localhost":             {Mode: modeHTTP, BaseURL: "ftp://localhost", Lang: "en"},
		"not \"samspil.example\"":     {Mode: modeHTTP, BaseURL: "samspil.example", Lang: "en"},
		"https://a:b@samspil.example": {Mode: modeHTTP, BaseURL: "https://a:b@samspil.example", Lang: "en"},
		"https://samspil.example?x=1": {Mode: modeHTTP, BaseURL: "https://samspil.example?x=1", Lang: "en"},
		"https://:443":                {Mode: modeHTTP, BaseURL: "https://:443", Lang: "en"},
		"not \"P-\"":                  {Mode: modeSocket, Prefix: "P-", Lang: "en"},
		"not \"/p\"":                  {Mode: modeSocket, Prefix: "/p", Lang: "en"},
		"not \"æ-\"":                  {Mode: modeSocket, Prefix: "æ-", Lang: "en"},
		"not \"p q\"":                 {Mode: modeSocket, Prefix: "p q", Lang: "en"},
		"not \"-\"":                   {Mode: modeSocket, Prefix: "-", Lang: "en"},
		"not \"sv\"":                  {Mode: modeSocket, Lang: "sv"},
		"longer than the 32":          {Mode: modeSocket, Prefix: "pp", Lang: "en"},
	} {
		_, err := c.manifest(long)
		wrong, ok := err.(usageError)
		if !ok || !strings.Contains(wrong.Unwrap().(*crm.Error).In(text.English), words) {
			t.Errorf("%+v: %v, want %s", c, err, words)
		}
	}
	for _, fine := range []string{"http://localhost:8080", "http://127.0.0.1:8080/", "http://[::1]:80", "https://samspil.example.dk/a/b/"} {
		c := manifestCmd{Mode: modeHTTP, BaseURL: fine, Lang: modeBoth, Prefix: "p"}
		m, err := c.manifest(long)
		if err != nil || m.Features.Commands[0].URL != strings.TrimRight(fine, "/")+"/slack/commands" {
			t.Errorf("%s: %v %+v", fine, err, m.Features.Commands)
		}
	}
}
