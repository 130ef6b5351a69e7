package livetest

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// TestReady shows that fixtures/projects/ready-systemd is ready: visitors, a member, a killed worker, and a release while
// visitors come.
func TestReady(t *testing.T) {
	s := newStack(t)
	s.startSupervisor(t)
	s.startNginx(t)
	if s.refused != "" {
		t.Fatal(s.refused)
	}
	t.Run("visitor", func(t *testing.T) { visits(t, s) })
	t.Run("member", func(t *testing.T) { uploads(t, s) })
	t.Run("nightly", func(t *testing.T) { prunes(t, s) })
	t.Run("worker killed", func(t *testing.T) { workerKilled(t, s) })
	t.Run("gunicorn killed", func(t *testing.T) {
		if err := staysDown(s); err == nil || err.Error() != "it came back" {
			t.Fatal(err)
		}
		if err := s.settled(); err != nil {
			t.Fatal(err)
		}
	})
	t.Run("release under load", func(t *testing.T) { releases(t, s) })
}

func visits(t *testing.T, s *stack) {
	t.Helper()
	v := s.visitor()
	a, err := v.get("http://gallery.example/?page=2")
	if err != nil || a.status != http.StatusMovedPermanently || a.header.Get("Location") != "https://gallery.example/?page=2" {
		t.Errorf("plain HTTP: %d to %s, %v", a.status, a.header.Get("Location"), err)
	}
	if a, err := v.get("http://other.example/"); err == nil {
		t.Errorf("a name that is not the site's: %d", a.status)
	}
	a, err = v.get(front)
	if err != nil || a.status != http.StatusOK || !strings.Contains(a.body, `href="/static/photos/site.css"`) {
		t.Fatalf("the page: %d, %v: %s", a.status, err, a.body)
	}
	if hsts := a.header.Values("Strict-Transport-Security"); len(hsts) != 1 {
		t.Errorf("Strict-Transport-Security: %q", hsts)
	}
	a, err = v.get(stylesheet)
	if err != nil || a.status != http.StatusOK || a.header.Get("Content-Type") != "text/css" || !strings.Contains(a.body, "sans-serif") {
		t.Errorf("the stylesheet: %d %s, %v", a.status, a.header.Get("Content-Type"), err)
	}
	if a.header.Get("Accept-Ranges") != "bytes" || a.header.Get("Referrer-Policy") != "" {
		t.Errorf("the stylesheet does not come from nginx: %v", a.header)
	}
}

func uploads(t *testing.T, s *stack) {
	t.Helper()
	v := s.visitor()
	a, err := v.login()
	if err != nil || a.status != http.StatusFound || a.header.Get("Location") != "/upload/" {
		t.Fatalf("login: %d to %s, %v", a.status, a.header.Get("Location"), err)
	}
	if c := cookie(a, "sessionid"); c == nil || !c.Secure || !c.HttpOnly {
		t.Errorf("the session's cookie: %v", c)
	}
	if a, err := v.get("https://gallery.example/admin/"); err != nil || a.status != http.StatusOK {
		// The account is a superuser.
		t.Errorf("the admin: %d, %v", a.status, err)
	}
	if err := takesForgery(s); err == nil || !strings.Contains(err.Error(), "403") {
		t.Errorf("a form without token: %v", err)
	}
	if a, err := v.upload("big.bin", make([]byte, 6<<20)); err != nil || a.status != http.StatusFound {
		t.Fatalf("an upload: %d, %v", a.status, err)
	}
	a, err = v.get("https://gallery.example/media/photos/big.bin")
	if err != nil || a.status != http.StatusOK || len(a.body) != 6<<20 || a.header.Get("Content-Disposition") != "attachment" {
		t.Errorf("the uploaded file: %d, %d bytes, %v", a.status, len(a.body), err)
	}
}

// prunes runs what the timer starts, as its unit says: the file in media that no picture has goes.
func prunes(t *testing.T, s *stack) {
	t.Helper()
	var command *exec.Cmd
	environment := []string{"PATH=/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE=1"}
	dir := ""
	for line := range strings.Lines(read(t, s.path("srv/gallery/deploy/systemd/gallery-prune.service"))) {
		switch key, value, _ := strings.Cut(strings.TrimSpace(line), "="); key {
		case "WorkingDirectory":
			dir = value
		case "Environment":
			environment = append(environment, value)
		case "EnvironmentFile":
			environment = append(environment, strings.Fields(read(t, value))...)
		case "ExecStart":
			words := strings.Fields(value)
			command = exec.Command(words[0], words[1:]...)
		}
	}
	command.Dir, command.Env = dir, environment
	if out, err := command.CombinedOutput(); err != nil || !strings.Contains(string(out), "1 pruned") {
		t.Fatalf("%v: %s", err, out)
	}
	if err := answers(404, picture)(s); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(s.path("var/lib/gallery/media/photos/big.bin")); err != nil {
		t.Error(err)
	}
}

func workerKilled(t *testing.T, s *stack) {
	t.Helper()
	before := s.workers()
	if len(before) != workers {
		t.Fatalf("workers: %v", before)
	}
	pid, err := strconv.Atoi(before[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	err = s.until(func() error {
		if err := answers(200, front)(s); err != nil {
			return err
		}
		if now := s.workers(); len(now) != workers || now[0] == before[0] {
			return fmt.Errorf("workers: %v, before %v", now, before)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// releases changes a page and reloads gunicorn as deploy/release.sh does, while visitors come. Each of them gets a page, at
// last the new one.
func releases(t *testing.T, s *stack) {
	t.Helper()
	const visitors, most = 3, 5000
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	var asked, failed, renewed atomic.Int64
	var first atomic.Value
	var group sync.WaitGroup
	for range visitors {
		v := s.visitor()
		group.Go(func() {
			for ctx.Err() == nil && asked.Add(1) <= most {
				a, err := v.get(front)
				if err == nil && a.status != http.StatusOK {
					err = fmt.Errorf("%d: %s", a.status, a.body)
				}
				if err != nil {
					failed.Add(1)
					first.CompareAndSwap(nil, err.Error())
				} else if strings.Contains(a.body, "Released twice") {
					renewed.Add(1)
				}
				time.Sleep(5 * time.Millisecond)
			}
		})
	}
	page := s.path("srv/gallery/photos/templates/photos/base.html")
	for _, title := range []string{"Released once", "Released twice"} {
		before := s.workers()
		text := read(t, page)
		at := strings.LastIndex(text, "{% endblock %}</h1>")
		write(t, page, text[:at]+title+text[at:])
		if out := s.control("signal", "HUP", "gallery"); !strings.Contains(out, "signalled") {
			t.Fatal(out)
		}
		err := s.until(func() error {
			now := s.workers()
			for _, pid := range before {
				for _, other := range now {
					if pid == other || len(now) != workers {
						return fmt.Errorf("workers: %v, before %v", now, before)
					}
				}
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
	err := s.until(func() error {
		if renewed.Load() < 10 && ctx.Err() == nil {
			return errors.New("visitors do not see the release")
		}
		return nil
	})
	cancel()
	group.Wait()
	if err != nil || renewed.Load() == 0 {
		t.Errorf("%d visitors saw the release: %v", renewed.Load(), err)
	}
	if failed.Load() != 0 {
		t.Errorf("%d of %d requests failed, the first: %v", failed.Load(), asked.Load(), first.Load())
	}
	t.Logf("%d requests, %d of them after the release", asked.Load(), renewed.Load())
}
