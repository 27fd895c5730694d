package slackfake

import (
	"net/http"
	"strings"
)

// File is a file that somebody has uploaded.
type File struct {
	ID, Name, MimeType, User string
	Content                  []byte
	CheckInfo                bool // in a shared channel: only files.info tells the rest
}

// AddFile puts a file into Slack, so that files.info tells of it and its download address gives it to the bot's token.
func (s *Server) AddFile(f File) File {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f.ID == "" {
		f.ID = sprintf("F%08d", s.next())
	}
	s.world.files[f.ID] = f
	return f
}

// json is the file as events and files.info show it.
func (s *Server) fileJSON(f File) reply {
	address := s.web.URL + "/files/" + f.ID
	return reply{"id": f.ID, "name": f.Name, "title": f.Name, "mimetype": f.MimeType, "user": f.User, "size": len(f.Content),
		"mode": "hosted", "url_private": address, "url_private_download": address + "/download"}
}

// fileInfo: https://docs.slack.dev/reference/methods/files.info
func (c *call) fileInfo() (reply, *refusal) {
	f, ok := c.srv.world.files[c.text("file")]
	if !ok {
		return nil, refused("file_not_found")
	}
	return reply{"file": c.srv.fileJSON(f)}, nil
}

// serveFile gives a file to a bot with files:read, and the sign-in page to everybody else, as Slack does.
func (s *Server) serveFile(w http.ResponseWriter, r *http.Request) {
	id, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/files/"), "/")
	s.mu.Lock()
	f, found := s.world.files[id]
	c := &call{srv: s, method: "files.download", args: map[string]any{}}
	no := c.admit(r, method{scope: "files:read"})
	s.mu.Unlock()
	switch {
	case no != nil:
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte("<html>Sign in</html>"))
	case !found:
		http.NotFound(w, r)
	default:
		w.Header().Set("Content-Type", f.MimeType)
		_, _ = w.Write(f.Content)
	}
}
