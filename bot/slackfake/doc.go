// Package slackfake is a strict fake of Slack for tests and load: its Web API, response_urls, signed HTTP requests and
// Socket Mode, over real HTTP and WebSocket on loopback. A test drives it in the user's verbs:
//
//	srv := slackfake.New(t)
//	srv.Workspace("T1", "Middelby")
//	bot := srv.Install("T1")
//	anna := srv.User("T1", "anna")
//	square := srv.AddChannel("T1", "erhverv", anna).InviteBot()
//	// start the program with srv.URL() and bot.BotToken, then:
//	srv.App(slackfake.App{Commands: url + "/slack/commands", SigningSecret: secret})
//	answer := anna.Types(square, "/check 99000007")
//	anna.Presses(answer.Message(), "Log")
//
// What Slack refuses, it refuses, and what the program sent that nobody looked at fails the test at its end, as does
// every call that broke a limit. Limits are from Slack's own pages; each is named where it stands. Characters are
// counted as Unicode code points.
//
// It is test equipment: nothing in the product imports it.
package slackfake
