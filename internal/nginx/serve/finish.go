package serve

import (
	"strconv"
	"strings"

	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// fail ends the request with a status, by way of error_page, as ngx_http_special_response_handler does.
func (x *exchange) fail(status int) step {
	x.errStatus = status
	if status != 404 {
		x.reply.File = ""
	}
	if !x.errorPage && x.changes != 0 && status >= 300 {
		pages, complete := x.block.AllInEffect("error_page")
		if !complete {
			x.doubt("error_page is not certain")
		}
		if e, found := x.block.InEffect("recursive_error_pages"); len(pages) > 0 && (found != value.True || e.Arg(0).Text != "on") {
			x.errorPage = true
		}
		for _, e := range pages {
			if how, ok := x.toErrorPage(e, status); ok {
				return how
			}
		}
	}
	x.reply.Status = status
	return x.finish()
}

// toErrorPage goes to the page of error_page 404 =200 /404.html, if it is for the status.
func (x *exchange) toErrorPage(e nginx.Entry, status int) (step, bool) {
	last := len(e.Args) - 1
	codes := e.Args[:max(last, 0)]
	overwrite := -1
	if n := len(codes); n > 0 && strings.HasPrefix(codes[n-1].Text, "=") {
		overwrite, _ = strconv.Atoi(codes[n-1].Text[1:])
		codes = codes[:n-1]
	}
	found := false
	for _, w := range codes {
		found = found || w.Text == strconv.Itoa(status)
	}
	if !found {
		return goOn, false
	}
	if overwrite >= 0 {
		x.errStatus = overwrite
	}
	page, ok := x.text(e.Arg(last).Text)
	switch {
	case !ok:
		x.doubt("the address of error_page is not known")
		return done, true
	case strings.HasPrefix(page, "/"):
		if x.method() != "HEAD" {
			x.request.Method = "GET"
		}
		uri, args, _ := strings.Cut(page, "?")
		return x.redirect(uri, args), true
	case strings.HasPrefix(page, "@"):
		return x.toNamed(page), true
	}
	switch overwrite {
	case 301, 302, 303, 307, 308:
	default:
		x.errStatus = 302
	}
	x.reply.Status, x.reply.Redirect = x.errStatus, page
	return x.finish(), true
}

// finish completes a reply that nginx makes itself: the redirect gets its host, and add_header its turn.
func (x *exchange) finish() step {
	if e, found := x.block.InEffect("absolute_redirect"); strings.HasPrefix(x.reply.Redirect, "/") && (found != value.True || e.Arg(0).Text != "off") {
		x.reply.Redirect = x.origin() + x.reply.Redirect
	}
	x.addHeaders()
	return done
}

// origin returns the scheme, host and port of redirects.
func (x *exchange) origin() string {
	host := x.host
	if e, found := x.block.InEffect("server_name_in_redirect"); found == value.True && e.Arg(0).Text == "on" {
		host = x.serverName()
	}
	scheme, usual := "http", 80
	if x.request.TLS {
		scheme, usual = "https", 443
	}
	origin := scheme + "://" + host
	if e, found := x.block.InEffect("port_in_redirect"); found == value.True && e.Arg(0).Text == "off" {
		return origin
	}
	if x.request.Unix == "" && x.request.Port != usual {
		origin += ":" + strconv.Itoa(x.request.Port)
	}
	return origin
}

// addHeaders evaluates add_header for the status that the reply has.
func (x *exchange) addHeaders() {
	headers := x.block.Headers("add_header")
	if !headers.Complete {
		x.doubt("the added headers are not certain")
	}
	for _, h := range headers.List {
		switch x.reply.Status {
		case 0, 200, 201, 204, 206, 301, 302, 303, 304, 307, 308:
		default:
			if !h.Always {
				continue
			}
		}
		text, ok := x.text(h.Value.Text)
		if text != "" || !ok {
			x.reply.Added = append(x.reply.Added, Field{Name: h.Name.Text, Value: text, Known: ok})
		}
	}
}
