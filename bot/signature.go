package bot

import (
	"errors"
	"io"
	"net/http"
	"strconv"
	"time"

	"github.com/slack-go/slack"
)

// bodyLimit is more than anything Slack sends, in bytes.
const bodyLimit = 1 << 20

// staleAfter is how old a signed request may be: https://docs.slack.dev/authentication/verifying-requests-from-slack
const staleAfter = 5 * time.Minute

var (
	errTooLarge = errors.New("the body is too large")
	errUnsigned = errors.New("the signature is missing, wrong or stale")
)

// signedBody reads the body, and fails unless Slack has signed it lately.
func signedBody(w http.ResponseWriter, r *http.Request, secret string) ([]byte, error) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, bodyLimit))
	if err != nil {
		if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
			return nil, errTooLarge
		}
		return nil, err
	}
	verifier, err := slack.NewSecretsVerifier(r.Header, secret)
	if err != nil {
		return nil, errUnsigned
	}
	if _, err := verifier.Write(body); err != nil {
		return nil, err
	}
	if verifier.Ensure() != nil || stale(r.Header.Get("X-Slack-Request-Timestamp"), time.Now()) {
		return nil, errUnsigned
	}
	return body, nil
}

// stale holds also where the library's own check should change.
func stale(stamp string, now time.Time) bool {
	seconds, err := strconv.ParseInt(stamp, 10, 64)
	if err != nil {
		return true
	}
	age := now.Sub(time.Unix(seconds, 0))
	return age > staleAfter || age < -staleAfter
}
