package register

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"
)

// maxAnswer is the most bytes of one answer: a page of a thousand companies takes some ten megabytes.
const maxAnswer = 256 << 20

// virkPage is an answer of Elasticsearch 6 or 7.
type virkPage struct {
	TimedOut bool   `json:"timed_out"`
	ScrollID string `json:"_scroll_id"`
	Shards   struct {
		Failed int `json:"failed"`
	} `json:"_shards"`
	Hits *struct {
		Total virkTotal         `json:"total"`
		Hits  []json.RawMessage `json:"hits"`
	} `json:"hits"`
}

// virkTotal is a number, or an object with it.
type virkTotal int64

// UnmarshalJSON reads either.
func (t *virkTotal) UnmarshalJSON(raw []byte) error {
	var n int64
	if err := json.Unmarshal(raw, &n); err == nil {
		*t = virkTotal(n)
		return nil
	}
	var object struct {
		Value int64 `json:"value"`
	}
	err := json.Unmarshal(raw, &object)
	*t = virkTotal(object.Value)
	return err
}

// virkFailure is an answer that is none. It says nothing of what was asked and how one logs in.
type virkFailure struct {
	status int // of HTTP
	reason string
	after  time.Duration // what Retry-After says; 0 for nothing
}

// Error is for the log.
func (f *virkFailure) Error() string { return fmt.Sprintf("status %d: %s", f.status, f.reason) }

// search asks one question.
func (v *Virk) search(ctx context.Context, path string, question any) (page virkPage, err error) {
	body, err := json.Marshal(question)
	if err != nil {
		return page, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, v.base+path, bytes.NewReader(body))
	if err != nil {
		return page, err
	}
	req.SetBasicAuth(v.o.User, v.o.Password)
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Accept", "application/json")
	res, err := v.http.Do(req)
	if err != nil {
		return page, err
	}
	defer res.Body.Close()
	raw, err := io.ReadAll(io.LimitReader(res.Body, maxAnswer))
	if res.StatusCode != http.StatusOK {
		return page, v.failure(res, raw)
	}
	if err != nil {
		return page, err
	}
	if err := json.Unmarshal(raw, &page); err != nil {
		return page, &virkFailure{res.StatusCode, "not JSON, or not all of it", 0} // the error would quote the answer
	}
	switch {
	case page.Hits == nil:
		return page, &virkFailure{res.StatusCode, "no hits in it", 0}
	case page.TimedOut || page.Shards.Failed > 0: // what is missing may be what was asked for
		return page, &virkFailure{res.StatusCode, "only a part of the register answered", 0}
	}
	return page, nil
}

// failure reads an answer that is an error: JSON, or a web page of a proxy.
func (v *Virk) failure(res *http.Response, raw []byte) error {
	f := &virkFailure{status: res.StatusCode, reason: http.StatusText(res.StatusCode)}
	var said struct {
		Error struct {
			Type   string `json:"type"`
			Reason string `json:"reason"`
		} `json:"error"`
	}
	if json.Unmarshal(raw, &said) == nil && said.Error.Type != "" {
		f.reason = said.Error.Type
	}
	header := res.Header.Get("Retry-After")
	if seconds, err := strconv.Atoi(header); err == nil && seconds > 0 {
		f.after = time.Duration(min(seconds, 3600)) * time.Second
	} else if at, err := http.ParseTime(header); err == nil {
		f.after = max(0, min(at.Sub(v.o.Now()), time.Hour))
	}
	return f
}

// shutOut reports whether the user or the password is wrong: asking again would give the same answer.
func shutOut(err error) bool {
	f, ok := errors.AsType[*virkFailure](err)
	return ok && (f.status == http.StatusUnauthorized || f.status == http.StatusForbidden)
}
