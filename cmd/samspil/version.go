package main

import (
	"fmt"
	"runtime/debug"
	"strings"
)

type versionCmd struct{}

// Run prints the version on one line.
func (versionCmd) Run(t *terminal) error {
	info, _ := debug.ReadBuildInfo()
	_, err := fmt.Fprintln(t.out, version(info))
	return err
}

// version tells the module's version, the commit it was built from, and the Go it was built with, as far as the
// build knows them.
func version(info *debug.BuildInfo) string {
	if info == nil {
		return "samspil (unknown build)"
	}
	parts := []string{"samspil", info.Main.Version}
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			parts = append(parts, s.Value[:min(12, len(s.Value))])
		case s.Key == "vcs.modified" && s.Value == "true":
			parts = append(parts, "(modified)")
		}
	}
	return strings.Join(append(parts, info.GoVersion), " ")
}
