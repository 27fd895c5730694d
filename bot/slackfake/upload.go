package slackfake

import (
	"encoding/json"
	"io"
	"net/http"
	"strconv"
	"strings"
)

// maxUpload is how large a file the fake takes.
const maxUpload = 20 << 20

// uploadURL begins an upload: https://docs.slack.dev/reference/methods/files.getUploadURLExternal
func (c *call) uploadURL() (reply, *refusal) {
	length, err := strconv.Atoi(c.text("length"))
	if c.text("filename") == "" || err != nil || length <= 0 {
		return nil, refused("invalid_arguments")
	}
	f := File{ID: sprintf("F%08d", c.srv.next()), Name: c.text("filename"), User: c.install.BotUser}
	c.srv.world.uploads[f.ID] = upload{f, length}
	return reply{"upload_url": c.srv.web.URL + "/upload/" + f.ID, "file_id": f.ID}, nil
}

// upload is a file of which Slack knows the name and the size, and soon the content.
type upload struct {
	File
	length int
}

// serveUpload takes the content of a file.
func (s *Server) serveUpload(w http.ResponseWriter, r *http.Request) {
	content, err := uploaded(http.MaxBytesReader(w, r.Body, maxUpload), r)
	s.mu.Lock()
	defer s.mu.Unlock()
	u, known := s.world.uploads[strings.TrimPrefix(r.URL.Path, "/upload/")]
	if err != nil || !known || len(content) != u.length {
		http.Error(w, "upload failed", http.StatusBadRequest)
		return
	}
	u.Content = content
	s.world.uploads[u.ID] = u
	_, _ = io.WriteString(w, "OK - "+strconv.Itoa(len(content)))
}

func uploaded(body io.ReadCloser, r *http.Request) ([]byte, error) {
	r.Body = body
	if file, _, err := r.FormFile("file"); err == nil {
		defer file.Close()
		return io.ReadAll(file)
	}
	return io.ReadAll(r.Body)
}

// completeUpload shares an uploaded file: https://docs.slack.dev/reference/methods/files.completeUploadExternal. The
// channel is an id of a channel, also of a direct message, never a user's.
func (c *call) completeUpload() (reply, *refusal) {
	var files []struct{ ID, Title string }
	if json.Unmarshal([]byte(c.text("files")), &files) != nil || len(files) == 0 {
		return nil, refused("invalid_arguments")
	}
	r := c.srv.world.channels[c.text("channel_id")]
	if r == nil {
		return nil, refused("channel_not_found")
	}
	var done []reply
	for _, f := range files {
		u, known := c.srv.world.uploads[f.ID]
		if !known || u.Content == nil {
			return nil, refused("file_not_found")
		}
		delete(c.srv.world.uploads, f.ID)
		c.srv.world.files[f.ID] = u.File
		c.srv.world.shared = append(c.srv.world.shared, Shared{u.File, r.id, c.text("thread_ts")})
		done = append(done, reply{"id": f.ID, "title": f.Title})
	}
	return reply{"files": done}, nil
}

// Shared is a file that the bot put into a channel.
type Shared struct {
	File
	Channel, Thread string
}

// SharedFiles are the files the bot has put into channels, in their order.
func (s *Server) SharedFiles() []Shared {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Shared(nil), s.world.shared...)
}
