package virkstub

import (
	"fmt"
	"net/http"
	"strings"
)

// HTML answers with a proxy's web page: a wrong password, or a server behind it that is down.
func HTML(status int) Fault {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(status)
		fmt.Fprintf(w, "<html>\r\n<head><title>%d %s</title></head>\r\n<body><center>nginx</center></body></html>", status, http.StatusText(status))
	}
}

// TooMany asks to wait that many seconds.
func TooMany(seconds int) Fault {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Retry-After", fmt.Sprint(seconds))
		HTML(http.StatusTooManyRequests)(w, r)
	}
}

// Body answers with 200 and these words, whatever they are.
func Body(body string) Fault {
	return func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, body) }
}

// CutOff ends the connection in the middle of an answer.
func CutOff(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Length", "5000")
	fmt.Fprint(w, `{"hits":{"total":1,"hits":[`+strings.Repeat(" ", 1000))
}

// Slow answers nothing until the asker gives up.
func Slow(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }

// Redirect sends the asker elsewhere.
func Redirect(to string) Fault {
	return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, http.StatusTemporaryRedirect) }
}
