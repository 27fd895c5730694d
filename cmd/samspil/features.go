package main

import (
	"samspil/commands"
	"samspil/commands/check"
	"samspil/commands/help"
	"samspil/commands/visit"
	"samspil/internal/register"
	"samspil/store"
)

// features is the one list of what the program can do, in the order people are told of it. channels tells who reads
// where something is shared.
func features(st *store.Store, channels check.Channels) []commands.Feature {
	finder := register.NewLookup(st)
	list := []commands.Feature{
		visit.New(st, finder, orgs(st)),
		check.New(st, finder, channels),
	}
	return append(list, help.New(st, list))
}
