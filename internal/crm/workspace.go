package crm

import "time"

// Workspace is a Slack workspace in which the program is installed.
type Workspace struct {
	Team    string // Slack team id
	Name    string
	Org     Org    // for whom its people speak when nothing else is said of them; the zero Org for nobody
	BotUser string // the program's own user there
	Gone    bool   // uninstalled, or its tokens were revoked: nothing is sent there
}

// AccessState is where a request for access stands.
type AccessState string

// The states.
const (
	AccessOpen     AccessState = "open"
	AccessAccepted AccessState = "accepted"
	AccessDeclined AccessState = "declined"
)

// AccessRequest is somebody unknown asking to be let in.
type AccessRequest struct {
	ID      int64
	Team    string
	User    string
	Name    string // as their Slack profile has it
	AskedAt time.Time
	State   AccessState
}
