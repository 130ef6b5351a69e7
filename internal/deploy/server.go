package deploy

import (
	"strings"

	"deploylint/internal/value"
)

// Interface is how a server calls the application; its zero value stands for one that is not known.
type Interface string

// The interfaces.
const (
	WSGI Interface = "WSGI"
	ASGI Interface = "ASGI"
	// RSGI is granian's own, which Django does not have.
	RSGI Interface = "RSGI"
)

// InterfaceOf returns the interface that an application is for whose module is named wsgi or asgi.
func InterfaceOf(app string) Interface {
	module, rest, _ := strings.Cut(app, ":")
	if (module == "wsgi" || module == "asgi") && strings.Contains(rest, ":") { // a prefix of hypercorn's
		module, _, _ = strings.Cut(rest, ":")
	}
	switch module[strings.LastIndexByte(module, '.')+1:] {
	case "wsgi":
		return WSGI
	case "asgi":
		return ASGI
	}
	return ""
}

// Speaks reports whether a server calls the application through an interface.
func (s *Server) Speaks(i Interface) value.Tri {
	if s.Interface == "" {
		return value.Undecided
	}
	return value.TriOf(s.Interface == i)
}

// ProtocolOf returns what the server speaks on one of its addresses: "http", "https", "uwsgi", "fastcgi" or "scgi", "" where that
// is not known.
func (s *Server) ProtocolOf(b Bind) string {
	if b.Protocol != "" {
		return b.Protocol
	}
	return s.Protocol
}

// Traits are what all servers of one program have in common.
type Traits struct {
	// Development is set for those whose own documentation says that they are not for production.
	Development bool
	// Interface is what the program speaks when no option says otherwise.
	Interface Interface
	// Stop is how it ends.
	Stop Stopping
	// Trust is whose forwarded headers it believes.
	Trust Trust
}

// Stopping is how a server takes signals, by their names without SIG.
type Stopping struct {
	// Gentle let it finish the requests in hand, Abrupt drop them. The kernel's KILL is among neither.
	Gentle, Abrupt []string
	// Grace is how many seconds it waits for them when no option says otherwise; 0 where it waits as long as they take.
	Grace int
	// Option sets them, "" where none does.
	Option string
}

// Trust says whose X-Forwarded-Proto a server believes and tells the application when no option says otherwise.
type Trust struct {
	// Peers are those that connect over TCP.
	Peers Peers
	// Sockets is True where whoever connects through a Unix socket is believed.
	Sockets value.Tri
	// Option names others, "" where none does.
	Option string
	// Clears is the option that decides whether it throws away the headers of those whom it does not believe, so that Django does
	// not see them either; "" where it passes them on.
	Clears string
}

// Peers are whom a server believes.
type Peers uint8

// The peers.
const (
	// UnknownPeers: nothing is known of it.
	UnknownPeers Peers = iota
	Nobody
	// SameMachine: 127.0.0.1 and ::1.
	SameMachine
	Everybody
)
