package livetest

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Addresses of the site.
const (
	front      = "https://gallery.example/"
	stylesheet = "https://gallery.example/static/photos/site.css"
	picture    = "https://gallery.example/media/photos/first.txt"
)

// TestBroken runs the project with each of its mutations that a running site shows. What shows it must not hold of the
// unchanged project.
func TestBroken(t *testing.T) {
	s := newStack(t)
	s.startSupervisor(t)
	s.startNginx(t)
	for _, m := range hostMutations() {
		if m.breaks == nil {
			continue
		}
		if err := s.settled(); err != nil {
			t.Fatal(err)
		}
		if m.breaks(s) == nil {
			t.Errorf("%s: %q by %q: the unchanged project shows it too", m.rule, m.text, m.by)
		}
	}
	shown := 0
	changed := false // whether gunicorn runs something else than the unchanged project
	for _, m := range hostMutations() {
		if m.breaks == nil {
			continue
		}
		shown++
		t.Run(m.name(), func(t *testing.T) {
			path := s.path("srv/gallery/" + m.file)
			text := read(t, path)
			m.text, m.by = s.mapped(t, m.text), s.mapped(t, m.by)
			write(t, path, m.apply(t, text))
			defer write(t, path, text)
			s.stopNginx()
			if m.file != site || changed {
				s.stopSupervisor()
				s.startSupervisor(t)
				changed = m.file != site
			}
			s.startNginx(t)
			if s.refused != "" && m.file != site {
				t.Fatalf("nginx: %s", s.refused)
			}
			if err := m.breaks(s); err != nil {
				t.Errorf("%s: %q by %q: it is not broken as %s says: %v", m.file, m.text, m.by, m.rule, err)
			}
		})
	}
	if shown < 8 {
		t.Errorf("%d defects shown", shown)
	}
}

// answers holds when the address is answered with a status.
func answers(status int, address string) func(*stack) error { return tells(address, status, "") }

// tells holds when the address is answered with a status and a text.
func tells(address string, status int, text string) func(*stack) error {
	return func(s *stack) error {
		a, err := s.visitor().get(address)
		if err == nil && (a.status != status || !strings.Contains(a.body, text)) {
			err = fmt.Errorf("%s: %d", address, a.status)
		}
		return err
	}
}

// redirectsForEver holds when a page leads to itself.
func redirectsForEver(s *stack) error {
	a, circle, err := s.visitor().follow(front)
	if err == nil && !circle {
		err = fmt.Errorf("%s: %d", front, a.status)
	}
	return err
}

// takes holds when a body of so many bytes reaches Django, or does not.
func takes(size int, want bool) func(*stack) error {
	return func(s *stack) error {
		a, err := s.visitor().post(front+"upload/", "application/octet-stream", make([]byte, size))
		if err == nil && (a.status != http.StatusRequestEntityTooLarge) != want {
			err = fmt.Errorf("%d bytes: %d", size, a.status)
		}
		return err
	}
}

// takesHeader holds when a link makes the redirect to https set a cookie.
func takesHeader(s *stack) error {
	a, err := s.visitor().get("http://gallery.example/%0d%0aSet-Cookie:%20planted=1")
	if err == nil && !strings.Contains(a.header.Get("Set-Cookie"), "planted=1") {
		err = fmt.Errorf("headers: %v", a.header)
	}
	return err
}

// refuses holds when nginx does not start, for a reason.
func refuses(reason string) func(*stack) error {
	return func(s *stack) error {
		if !strings.Contains(s.refused, reason) {
			return fmt.Errorf("nginx says %q", s.refused)
		}
		return nil
	}
}

// leaksSession holds when the session's cookie may go over plain HTTP.
func leaksSession(s *stack) error {
	a, err := s.visitor().login()
	if err != nil {
		return err
	}
	if c := cookie(a, "sessionid"); c == nil || c.Secure {
		return fmt.Errorf("the cookie is %v", c)
	}
	return nil
}

// takesForgery holds when a form without token is looked at, which another site sends with the member's cookies.
func takesForgery(s *stack) error {
	v := s.visitor()
	if a, err := v.login(); err != nil || a.status != http.StatusFound {
		return fmt.Errorf("login: %d, %w", a.status, err)
	}
	a, err := v.post(front+"upload/", "application/x-www-form-urlencoded", []byte("title=x"))
	if err == nil && a.status != http.StatusOK {
		err = fmt.Errorf("it answers %d", a.status)
	}
	return err
}

// failsCheck holds when commands stop at one of Django's checks.
func failsCheck(id string) func(*stack) error {
	return func(s *stack) error {
		out, err := s.manage("migrate", "--plan")
		if err == nil || !strings.Contains(out, id) {
			return fmt.Errorf("%w: %s", err, out)
		}
		return nil
	}
}

// staysDown holds when nothing starts a killed gunicorn again.
func staysDown(s *stack) error {
	// What ends within startsecs was never started, for supervisor, and is tried again whatever autorestart says.
	if err := s.until(func() error {
		if status := s.control("status", "gallery"); !strings.Contains(status, "RUNNING") {
			return errors.New(status)
		}
		return nil
	}); err != nil {
		return err
	}
	pid := s.master()
	if pid < 2 {
		return errors.New("gunicorn does not run")
	}
	if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
		return err
	}
	for deadline := time.Now().Add(3 * time.Second); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		if s.master() != pid {
			return errors.New("it came back")
		}
	}
	// Its workers notice at their next request.
	return s.until(func() error { return answers(502, front)(s) })
}

// outlivesStop holds when gunicorn goes on after supervisor stopped it.
func outlivesStop(s *stack) error {
	defer s.control("start", "gallery")
	s.control("stop", "gallery")
	return answers(200, front)(s)
}

// cookie returns a cookie that an answer sets.
func cookie(a answer, name string) *http.Cookie {
	for _, c := range (&http.Response{Header: a.header}).Cookies() {
		if c.Name == name {
			return c
		}
	}
	return nil
}
