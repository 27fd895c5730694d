package main

import (
	"samspil/commands"
	"samspil/commands/check"
	"samspil/commands/followup"
	"samspil/commands/help"
	"samspil/commands/overview"
	"samspil/commands/visit"
	"samspil/internal/dossier"
	"samspil/store"
)

// around tells what only the chat knows: who reads a channel, and what an account is called.
type around interface {
	check.Channels
	help.Accounts
}

// features is the one list of what the program can do, in the order people are told of it.
func features(st *store.Store, chat around, finder dossier.Finder) []commands.Feature {
	list := []commands.Feature{
		visit.New(st, finder, orgs(st)),
		check.New(st, finder, chat),
		followup.New(st, finder, followup.Orgs(orgs(st))),
		overview.New(st, overview.Orgs(orgs(st))),
	}
	return append(list, help.New(st, chat, list))
}
