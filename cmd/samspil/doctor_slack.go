package main

import (
	"context"
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"samspil/bot"
	"samspil/internal/text"
)

// How tokens begin: https://docs.slack.dev/authentication/tokens. One of another kind is not sent: it may be somebody's own.
const (
	botTokenBegins = "xoxb-"
	appTokenBegins = "xapp-"
)

// settings says what samspil serve would miss, and what stands in the wrong place.
func (d *doctor) settings() {
	c := d.config
	switch {
	case c.BotToken == "" && c.AppToken == "" && c.SigningSecret == "":
		d.found("settings", stateWarn, doctorNoSlack, doctorNoSlackMend)
	case c.BotToken == "":
		d.found("settings", stateFail, doctorNoToken, doctorNoTokenMend)
	case c.AppToken == "" && c.SigningSecret == "":
		d.found("settings", stateFail, doctorNoWayIn, doctorNoWayInMend)
	case !strings.HasPrefix(c.BotToken, botTokenBegins):
		d.found("settings", stateFail, doctorTokenShape, doctorTokenShapeMend)
	case c.AppToken != "" && !strings.HasPrefix(c.AppToken, appTokenBegins):
		d.found("settings", stateFail, doctorAppTokenShape, doctorAppTokenShapeMend)
	case c.SigningSecret != "" && !signingSecret.MatchString(c.SigningSecret):
		d.found("settings", stateWarn, doctorSecretShape, doctorSecretShapeMend)
	default:
		d.fine("settings", d.ways())
	}
}

// signingSecret is how Slack makes them today; it promises nothing, so another shape is no failure.
var signingSecret = regexp.MustCompile(`^[0-9a-f]{32}$`)

// ways names how Slack reaches the program.
func (d *doctor) ways() string {
	switch {
	case d.config.AppToken == "":
		return doctorHTTP.In(d.lang, d.config.Listen)
	case d.config.SigningSecret == "":
		return doctorSocketMode.In(d.lang)
	}
	return doctorBothWays.In(d.lang, d.config.Listen)
}

// slack asks Slack whose token it is, what it may do, what time it is, and for a socket.
func (d *doctor) slack(ctx context.Context) {
	heard := &lastHeader{next: http.DefaultTransport}
	api, _, err := slackClient(d.config, heard, 0)
	if err != nil {
		d.add("settings", stateFail, errAPIURL.In(d.lang), "")
		return
	}
	if strings.HasPrefix(d.config.BotToken, botTokenBegins) {
		d.token(ctx, api, heard)
	}
	if strings.HasPrefix(d.config.AppToken, appTokenBegins) {
		ctx, cancel := context.WithTimeout(ctx, d.patience)
		defer cancel()
		if _, _, err := api.StartSocketModeContext(ctx); err != nil { // the address it gives is a secret, and not used
			d.refused("socket", err, doctorSocketMend)
			return
		}
		d.fine("socket", doctorSocket.In(d.lang))
	}
}

func (d *doctor) token(ctx context.Context, api *slack.Client, heard *lastHeader) {
	ctx, cancel := context.WithTimeout(ctx, d.patience)
	defer cancel()
	asked := d.now()
	who, err := api.AuthTestContext(ctx)
	answered := d.now()
	if err != nil {
		d.refused("token", err, doctorTokenMend)
	} else {
		d.fine("token", doctorToken.In(d.lang, bot.Clean(who.Team), who.TeamID))
		d.scopes(who.Header.Get("X-OAuth-Scopes"))
	}
	d.clock(asked.Add(answered.Sub(asked)/2), heard.header.Get("Date"))
}

// scopes compares what the token may do with what the manifest asks for.
func (d *doctor) scopes(header string) {
	granted := strings.FieldsFunc(header, func(r rune) bool { return r == ',' || r == ' ' })
	var missing []string
	for _, scope := range botScopes {
		if !slices.Contains(granted, scope) {
			missing = append(missing, scope)
		}
	}
	switch {
	case len(granted) == 0:
		d.found("scopes", stateWarn, doctorScopesUntold, doctorScopesMend)
	case len(missing) > 0:
		d.add("scopes", stateFail, doctorScopesMissing.In(d.lang, strings.Join(missing, ", ")), doctorScopesMend.In(d.lang))
	default:
		d.fine("scopes", doctorScopes.In(d.lang, strings.Join(botScopes, ", ")))
	}
}

// How far the clock may be from Slack's. A signed request is refused at 5 minutes:
// https://docs.slack.dev/authentication/verifying-requests-from-slack
const (
	clockWarns = time.Minute
	clockFails = 5 * time.Minute
)

// clock compares this machine's time with the Date of Slack's answer, which is in whole seconds.
func (d *doctor) clock(here time.Time, date string) {
	there, err := http.ParseTime(date)
	if err != nil {
		return // there was no answer, and that has been said
	}
	off := here.Sub(there.Add(time.Second / 2)).Round(time.Second)
	way := doctorAhead
	if off < 0 {
		way = doctorBehind
	}
	said := way.In(d.lang, text.Number(d.lang, int(off.Abs()/time.Second)))
	switch {
	case off.Abs() > clockFails:
		d.add("clock", stateFail, said, doctorClockFails.In(d.lang))
	case off.Abs() > clockWarns:
		d.add("clock", stateWarn, said, doctorClockWarns.In(d.lang))
	default:
		d.fine("clock", doctorClock.In(d.lang))
	}
}

// refused says why a call failed. Only what Slack calls the error is shown of an answer: the rest may be anything.
func (d *doctor) refused(check string, err error, mend text.Text) {
	var says slack.SlackErrorResponse
	var status slack.StatusCodeError
	var wait *slack.RateLimitedError
	var network net.Error
	switch {
	case errors.As(err, &says):
		code := says.Err
		if !slackError.MatchString(code) {
			code = "?"
		}
		d.add(check, stateFail, doctorSays.In(d.lang, code), mend.In(d.lang))
	case errors.As(err, &wait):
		d.add(check, stateWarn, doctorLimited.In(d.lang, int(wait.RetryAfter/time.Second)), "")
	case errors.As(err, &status):
		d.add(check, stateFail, doctorStatus.In(d.lang, status.Code), doctorStatusMend.In(d.lang))
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &network) && network.Timeout():
		d.found(check, stateFail, doctorSilent, doctorAwayMend)
	case garbled(err):
		d.found(check, stateFail, doctorGarbled, doctorGarbledMend)
	default:
		d.found(check, stateFail, doctorAway, doctorAwayMend)
	}
}

// slackError is how Slack's errors are written: invalid_auth.
var slackError = regexp.MustCompile(`^[a-z][a-z_]{1,39}$`)

// garbled reports whether the answer was no JSON.
func garbled(err error) bool {
	_, syntax := errors.AsType[*json.SyntaxError](err)
	_, shape := errors.AsType[*json.UnmarshalTypeError](err)
	return syntax || shape
}

// lastHeader keeps the header of the last answer, also of one that says no.
type lastHeader struct {
	next   http.RoundTripper
	header http.Header
}

// RoundTrip implements http.RoundTripper.
func (l *lastHeader) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := l.next.RoundTrip(req)
	if err == nil {
		l.header = resp.Header
	}
	return resp, err
}
