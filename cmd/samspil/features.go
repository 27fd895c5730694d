package main

import (
	"time"

	"samspil/bot"
	"samspil/commands"
	"samspil/commands/check"
	"samspil/commands/consultation"
	"samspil/commands/digest"
	"samspil/commands/followup"
	"samspil/commands/help"
	"samspil/commands/overview"
	"samspil/commands/proposal"
	"samspil/commands/visit"
	"samspil/internal/dossier"
	"samspil/internal/summary/model"
	"samspil/store"
)

// around tells what only the chat knows: who reads a channel, what an account is called, and what a file holds.
type around interface {
	commands.Channels
	help.Accounts
	commands.Fetcher
}

// slackChat is the chat as Slack has it.
type slackChat struct {
	bot.Readers
	bot.Files
}

// features is the one list of what the program can do, in the order people are told of it.
func features(st *store.Store, chat around, finder dossier.Finder, m *model.Model) []commands.Feature {
	list := []commands.Feature{
		visit.New(st, finder, orgs(st)),
		check.New(st, finder, chat),
		proposal.New(st, newCardMaker(chat, m), chat),
		followup.New(st, finder, followup.Orgs(orgs(st))),
		digest.New(st, chat, digest.Orgs(orgs(st)), time.Now),
		consultation.New(st, chat, time.Now),
		overview.New(st, overview.Orgs(orgs(st))),
	}
	return append(list, help.New(st, chat, list))
}
