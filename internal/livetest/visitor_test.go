package livetest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"regexp"
	"strings"
	"time"
)

// The account that the site has.
const (
	member   = "ada"
	password = "a-long-enough-pass-phrase"
)

// A visitor is a client of the site with cookies of its own, who follows no redirects.
type visitor struct {
	http.Client
}

// An answer is what a visitor got.
type answer struct {
	status int
	header http.Header
	body   string
}

func (s *stack) visitor() *visitor {
	jar, _ := cookiejar.New(nil)
	return &visitor{http.Client{
		Jar: jar, Timeout: 10 * time.Second,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		Transport: &http.Transport{
			TLSClientConfig: s.tls(), MaxIdleConnsPerHost: 8,
			DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
				_, port, _ := net.SplitHostPort(address)
				return (&net.Dialer{}).DialContext(ctx, network, "127.0.0.1:"+s.ports[port])
			},
		},
	}}
}

func (v *visitor) do(r *http.Request, err error) (answer, error) {
	if err != nil {
		return answer{}, err
	}
	resp, err := v.Do(r)
	if err != nil {
		return answer{}, err
	}
	defer resp.Body.Close() //nolint:errcheck // the body was read
	body, err := io.ReadAll(resp.Body)
	return answer{resp.StatusCode, resp.Header, string(body)}, err
}

func (v *visitor) get(address string) (answer, error) {
	return v.do(http.NewRequest(http.MethodGet, address, nil))
}

// post sends a body as a browser does that has the site's page open.
func (v *visitor) post(address, kind string, body []byte) (answer, error) {
	r, err := http.NewRequest(http.MethodPost, address, bytes.NewReader(body))
	if err == nil {
		r.Header.Set("Content-Type", kind)
		r.Header.Set("Origin", "https://"+r.URL.Host)
		r.Header.Set("Referer", address)
	}
	return v.do(r, err)
}

var token = regexp.MustCompile(`name="csrfmiddlewaretoken" value="(\w+)"`)

// token is the token of the form at address.
func (v *visitor) token(address string) (string, error) {
	page, err := v.get(address)
	if err != nil {
		return "", err
	}
	m := token.FindStringSubmatch(page.body)
	if m == nil {
		return "", fmt.Errorf("%s has no form: %d", address, page.status)
	}
	return m[1], nil
}

// login logs in at the admin and returns the answer to the form.
func (v *visitor) login() (answer, error) {
	const address = "https://gallery.example/admin/login/?next=/upload/"
	token, err := v.token(address)
	if err != nil {
		return answer{}, err
	}
	form := url.Values{"username": {member}, "password": {password}, "csrfmiddlewaretoken": {token}}
	return v.post(address, "application/x-www-form-urlencoded", []byte(form.Encode()))
}

// upload sends a picture as a member.
func (v *visitor) upload(name string, picture []byte) (answer, error) {
	const address = "https://gallery.example/upload/"
	token, err := v.token(address)
	if err != nil {
		return answer{}, err
	}
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	file, err := form.CreateFormFile("file", name)
	if err == nil {
		_, err = file.Write(picture)
	}
	if err := errors.Join(err, form.WriteField("title", name), form.WriteField("csrfmiddlewaretoken", token), form.Close()); err != nil {
		return answer{}, err
	}
	return v.post(address, form.FormDataContentType(), body.Bytes())
}

// follow follows redirects from address, and returns the last answer and whether it led in circles.
func (v *visitor) follow(address string) (a answer, circle bool, err error) {
	for range 10 {
		if a, err = v.get(address); err != nil || a.status/100 != 3 {
			return a, false, err
		}
		next := a.header.Get("Location")
		if !strings.HasPrefix(next, "http") {
			return a, false, fmt.Errorf("it leads to %s", next)
		}
		address = next
	}
	return a, true, nil
}
