package main

import "samspil/internal/text"

// stateNames are the words beside the sign of each finding.
var stateNames = map[state]text.Text{
	stateOK:   text.New("OK", "ok"),
	stateWarn: text.New("obs!", "warn"),
	stateFail: text.New("fejl", "fail"),
}

var (
	doctorNoSlack           = text.New("Slack er ikke sat op: SLACK_BOT_TOKEN og enten SLACK_APP_TOKEN eller SLACK_SIGNING_SECRET mangler.", "Slack is not set up: SLACK_BOT_TOKEN and either SLACK_APP_TOKEN or SLACK_SIGNING_SECRET are missing.")
	doctorNoSlackMend       = text.New("samspil console virker uden. docs/operate.md siger, hvor de står.", "samspil console works without. docs/operate.md says where to find them.")
	doctorNoToken           = text.New("SLACK_BOT_TOKEN mangler.", "SLACK_BOT_TOKEN is missing.")
	doctorNoTokenMend       = text.New("Kopiér Bot User OAuth Token (xoxb-…) fra OAuth & Permissions på api.slack.com/apps. samspil console virker uden.", "Copy the Bot User OAuth Token (xoxb-…) from OAuth & Permissions at api.slack.com/apps. samspil console works without.")
	doctorNoWayIn           = text.New("Slack kan ikke nå programmet: SLACK_APP_TOKEN og SLACK_SIGNING_SECRET mangler begge.", "Slack cannot reach the program: SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both missing.")
	doctorNoWayInMend       = text.New("Angiv den første til Socket Mode eller den anden til HTTP; begge står under Basic Information på api.slack.com/apps. samspil console virker uden.", "Set the first for Socket Mode or the second for HTTP; both are under Basic Information at api.slack.com/apps. samspil console works without.")
	doctorTokenShape        = text.New("SLACK_BOT_TOKEN er ikke en bots token: det begynder ikke med xoxb-.", "SLACK_BOT_TOKEN is not a bot's token: it does not begin with xoxb-.")
	doctorTokenShapeMend    = text.New("Kopiér Bot User OAuth Token fra OAuth & Permissions på api.slack.com/apps.", "Copy the Bot User OAuth Token from OAuth & Permissions at api.slack.com/apps.")
	doctorAppTokenShape     = text.New("SLACK_APP_TOKEN er ikke en apps token: det begynder ikke med xapp-.", "SLACK_APP_TOKEN is not an app-level token: it does not begin with xapp-.")
	doctorAppTokenShapeMend = text.New("Lav et med connections:write under Basic Information på api.slack.com/apps.", "Make one with connections:write under Basic Information at api.slack.com/apps.")
	doctorSecretShape       = text.New("SLACK_SIGNING_SECRET ligner ikke en Signing Secret: 32 tegn, 0-9 og a-f.", "SLACK_SIGNING_SECRET does not look like a Signing Secret: 32 characters, 0-9 and a-f.")
	doctorSecretShapeMend   = text.New("Sammenlign med den under Basic Information på api.slack.com/apps (ikke Client Secret eller Verification Token).", "Compare it with the one under Basic Information at api.slack.com/apps (not the Client Secret or the Verification Token).")
	doctorSocketMode        = text.New("Socket Mode.", "Socket Mode.")
	doctorHTTP              = text.New("HTTP på %s. Om SLACK_SIGNING_SECRET er den rigtige, viser sig først, når Slack kalder.", "HTTP at %s. Whether SLACK_SIGNING_SECRET is the right one shows only when Slack calls.")
	doctorBothWays          = text.New("Socket Mode og HTTP på %s. Slack bruger én af dem.", "Socket Mode, and HTTP at %s. Slack uses one of them.")
)

var (
	doctorToken     = text.New("Botten hører til arbejdsområdet %s (%s).", "The bot belongs to the workspace %s (%s).")
	doctorTokenMend = text.New("Geninstallér appen på api.slack.com/apps, og kopiér Bot User OAuth Token til SLACK_BOT_TOKEN.", "Reinstall the app at api.slack.com/apps and copy the Bot User OAuth Token to SLACK_BOT_TOKEN.")

	doctorSocket     = text.New("Slack åbner forbindelser til Socket Mode.", "Slack opens connections for Socket Mode.")
	doctorSocketMend = text.New("Slå Socket Mode til, og lav et nyt token med connections:write til SLACK_APP_TOKEN.", "Enable Socket Mode, and make a new token with connections:write for SLACK_APP_TOKEN.")

	doctorScopes        = text.New("Alle rettigheder er givet: %s.", "All scopes are granted: %s.")
	doctorScopesMissing = text.New("Rettigheder mangler: %s.", "Scopes are missing: %s.")
	doctorScopesUntold  = text.New("Slack siger ikke, hvilke rettigheder botten har.", "Slack does not say which scopes the bot has.")
	doctorScopesMend    = text.New("Indsæt manifestet (samspil manifest) på api.slack.com/apps, og geninstallér appen.", "Paste the manifest (samspil manifest) at api.slack.com/apps and reinstall the app.")

	doctorClock      = text.New("Uret passer med Slacks.", "The clock agrees with Slack's.")
	doctorAhead      = text.New("Uret er %s sekunder foran Slacks.", "The clock is %s seconds ahead of Slack's.")
	doctorBehind     = text.New("Uret er %s sekunder bagefter Slacks.", "The clock is %s seconds behind Slack's.")
	doctorClockWarns = text.New("Slå tidssynkronisering (NTP) til: ved 300 sekunder afvises alt fra Slack.", "Turn time synchronisation (NTP) on: at 300 seconds everything from Slack is refused.")
	doctorClockFails = text.New("Alt fra Slack over HTTP afvises. Slå tidssynkronisering (NTP) til.", "Everything from Slack over HTTP is refused. Turn time synchronisation (NTP) on.")

	doctorSays        = text.New("Slack siger nej: %s.", "Slack says no: %s.")
	doctorLimited     = text.New("Slack beder om at vente %d sekunder. Prøv igen derefter.", "Slack asks to wait %d seconds. Try again after that.")
	doctorStatus      = text.New("Slack svarer med status %d.", "Slack answers with status %d.")
	doctorStatusMend  = text.New("Se slack-status.com, og om en proxy står imellem; prøv igen.", "See slack-status.com, and whether a proxy stands between; try again.")
	doctorSilent      = text.New("Slack svarer ikke i tide.", "Slack does not answer in time.")
	doctorAway        = text.New("Slack kan ikke nås.", "Slack cannot be reached.")
	doctorAwayMend    = text.New("Se, om maskinen må kalde slack.com på port 443, om HTTPS_PROXY er rigtig, og om SLACK_API_URL er.", "See whether this machine may call slack.com on port 443, whether HTTPS_PROXY is right, and whether SLACK_API_URL is.")
	doctorGarbled     = text.New("Svaret er ikke Slacks.", "The answer is not Slack's.")
	doctorGarbledMend = text.New("Se, om en proxy eller en login-side står imellem, og om SLACK_API_URL er rigtig.", "See whether a proxy or a login page stands between, and whether SLACK_API_URL is right.")
)

var (
	doctorDatabase   = text.New("Databasen har skema %d, som dette program bruger, og kan skrives.", "The database has schema %d, which this program uses, and can be written.")
	doctorBroken     = text.New("Databasen kan ikke bruges.", "The database cannot be used.")
	doctorBrokenMend = text.New("Se, om SAMSPIL_DB er rigtig, og om serveren kører og lukker brugeren ind.", "See whether SAMSPIL_DB is right, and whether the server runs and lets the user in.")
	doctorDisk       = text.New("%s MB er ledige på databasens disk.", "%s MB are free on the database's disk.")
	doctorDiskMend   = text.New("Skaf plads, før noget ikke kan gemmes.", "Make room before something cannot be stored.")

	doctorJobs       = text.NewPlural("%s besked venter, og ingen er opgivet.", "%s beskeder venter, og ingen er opgivet.", "%s message waits, and none was given up.", "%s messages wait, and none was given up.")
	doctorParked     = text.NewPlural("%s besked er opgivet (%s).", "%s beskeder er opgivet; den seneste: %s.", "%s message was given up (%s).", "%s messages were given up; the latest: %s.")
	doctorParkedMend = text.New("Ret årsagen, og kør samspil doctor --retry-parked.", "Mend the cause and run samspil doctor --retry-parked.")
	doctorRetried    = text.NewPlural("%s opgivet besked prøves igen.", "%s opgivne beskeder prøves igen.", "%s message that was given up is tried again.", "%s messages that were given up are tried again.")
	doctorLate       = text.NewPlural("%s besked venter, og den burde være sendt for %s minutter siden.", "%s beskeder venter, og den ældste burde være sendt for %s minutter siden.", "%s message waits and should have been sent %s minutes ago.", "%s messages wait, and the oldest should have been sent %s minutes ago.")
	doctorLateMend   = text.New("Se, om samspil serve kører, og hvad dens log siger.", "See whether samspil serve runs, and what its log says.")
)
