package inspect

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/secret"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A Topology is what was understood of a deployment as a picture: who sends requests to whom, what runs where, and what it
// keeps its data in. Texts in it hold no secret.
type Topology struct {
	Nodes []Node
	Edges []Edge
}

// NodeKind is what a node of a topology is.
type NodeKind string

// The kinds of nodes.
const (
	ClientNode  NodeKind = "client"
	ProxyNode   NodeKind = "proxy"
	PlaceNode   NodeKind = "place"
	ProcessNode NodeKind = "process"
	// ServerNode is a database, cache or broker that the settings name.
	ServerNode NodeKind = "server"
	// StorageNode is a volume or a folder.
	StorageNode NodeKind = "storage"
)

// A Node is one thing of a topology.
type Node struct {
	// ID is unique, and the same in every run.
	ID   string
	Kind NodeKind
	// Label is how people call it; Details are what is known of it beside.
	Label   string
	Details []string
	// In is the ID of the place that it is in, "" for none.
	In string
	// Unknown is set where it is only known that there is something.
	Unknown bool
	// Span is where it is declared; zero where nothing does.
	Span source.Span
}

// An Edge leads from one node to another.
type Edge struct {
	From, To string
	// Label says what goes along: the protocol and address, the path that is mounted.
	Label   string
	Unknown bool
	Span    source.Span
}

// TopologyOf draws sites, those of one repository as one picture.
func TopologyOf(sites []*deploy.Site) Topology {
	d := drawing{redactor: secret.NewRedactor(sites), ids: map[string]bool{}, places: map[*deploy.Place]string{}, processes: map[*deploy.Process]string{}}
	for _, s := range sites {
		d.site(s)
	}
	return d.made
}

// A drawing is a topology in the making.
type drawing struct {
	made      Topology
	redactor  *secret.Redactor
	ids       map[string]bool
	places    map[*deploy.Place]string
	processes map[*deploy.Process]string
}

// node adds a node once and returns its ID.
func (d *drawing) node(n Node) string {
	if !d.ids[n.ID] {
		d.ids[n.ID] = true
		n.Label = d.redactor.Text(n.Label)
		for i := range n.Details {
			n.Details[i] = d.redactor.Text(n.Details[i])
		}
		d.made.Nodes = append(d.made.Nodes, n)
	}
	return n.ID
}

func (d *drawing) edge(e Edge) {
	e.Label = d.redactor.Text(e.Label)
	same := func(o Edge) bool { return o.From == e.From && o.To == e.To && o.Label == e.Label }
	if !slices.ContainsFunc(d.made.Edges, same) {
		d.made.Edges = append(d.made.Edges, e)
	}
}

func (d *drawing) site(s *deploy.Site) {
	for _, p := range s.Processes {
		d.process(s, p)
	}
	d.proxies(s)
	for _, p := range s.Places {
		if _, drawn := d.places[p]; drawn || d.isBeside(p) {
			d.storage(p)
		}
	}
	for _, p := range s.Processes {
		d.published(p)
	}
}

// isBeside reports whether a place belongs to the picture although none of the site's processes runs in it: it is a service of
// the same deployment.
func (d *drawing) isBeside(p *deploy.Place) bool {
	if p.Kind != deploy.Container || p.Role != "production" {
		return false
	}
	for drawn := range d.places {
		if drawn.Kind == deploy.Container && drawn.Network.Stack == p.Network.Stack {
			d.place(p)
			return true
		}
	}
	return false
}

// place draws a place and returns its ID, "" for none.
func (d *drawing) place(p *deploy.Place) string {
	if p == nil {
		return ""
	}
	if id, drawn := d.places[p]; drawn {
		return id
	}
	n := Node{ID: "place:" + p.Key, Kind: PlaceNode, Label: p.Name, Span: p.Declared}
	if p.Kind == deploy.Host {
		n.ID = "place:host"
	} else if d.ids[n.ID] {
		n.ID += "@" + p.Declared.Path()
	}
	if p.Image != "" {
		n.Details = append(n.Details, "image "+p.Image)
	} else if p.Built != nil {
		n.Details = append(n.Details, "built by "+p.Built.File.Path)
	}
	if count, known := p.Count(); known && count != 1 {
		n.Details = append(n.Details, fmt.Sprintf("%d times", count))
	}
	if p.Network.Mode == deploy.OfHost {
		n.Details = append(n.Details, "in the host's network")
	}
	d.places[p] = d.node(n)
	return d.places[p]
}

// process draws a process in its place, with what it connects to.
func (d *drawing) process(s *deploy.Site, p *deploy.Process) {
	if p.Kind == deploy.OtherProcess {
		return
	}
	n := Node{ID: "process:" + p.Key, Kind: ProcessNode, Label: p.Name, In: d.place(p.Place), Span: p.Declared}
	if d.ids[n.ID] {
		n.ID += "@" + p.Declared.Path()
	}
	if len(p.Argv) > 0 {
		n.Details = append(n.Details, "runs "+path.Base(d.redactor.Words(p.Argv)[0]))
	}
	settings := p.Settings
	if settings == nil {
		settings = s.Settings
	}
	if settings != nil && settings.Module != "" {
		n.Details = append(n.Details, "settings "+settings.Module)
	}
	if p.Server != nil {
		if workers, ok := p.Server.Options.Get("workers").Int(); ok {
			n.Details = append(n.Details, plural(workers, "worker"))
		}
		for _, b := range p.Server.Binds {
			if b.Known {
				n.Details = append(n.Details, "listens on "+b.String())
			}
		}
	}
	if user, ok := p.Account().Text(); ok {
		n.Details = append(n.Details, "user "+user)
	}
	if count, ok := p.Replicas.Value.Int(); ok && count != 1 && p.Place != nil && p.Place.Kind == deploy.Host {
		n.Details = append(n.Details, fmt.Sprintf("%d times", count))
	}
	id := d.node(n)
	d.processes[p] = id
	if settings != nil && p.Kind != deploy.ProxyProcess {
		d.connections(s, p, settings, id)
	}
}

func plural(n int64, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}

// connections draws what the settings of a process connect to.
func (d *drawing) connections(s *deploy.Site, p *deploy.Process, settings *deploy.Settings, from string) {
	all := settings.Connections()
	for _, c := range all {
		to, label := d.server(s, p, c), c.What
		d.edge(Edge{From: from, To: to, Label: label, Span: c.Value.Source()})
	}
	for alias, db := range deploy.Entries(settings.Get("DATABASES")) {
		engine, known := db.At("ENGINE").Text()
		switch {
		case known && strings.HasSuffix(engine, "sqlite3"):
			label, name := "SQLite", db.At("NAME")
			if name.Known() {
				label += " " + s.Display(name)
			}
			id := d.node(Node{ID: "storage:sqlite:" + alias, Kind: StorageNode, Label: label, Unknown: !name.Known(), Span: db.Source()})
			d.edge(Edge{From: from, To: id, Label: "the database " + strconv.Quote(alias), Span: db.Source()})
		case !known || !hasHost(all, alias):
			id := d.node(Node{ID: "server:database:" + alias, Kind: ServerNode, Label: "a database", Unknown: true, Span: db.Source()})
			d.edge(Edge{From: from, To: id, Label: "the database " + strconv.Quote(alias), Unknown: true, Span: db.Source()})
		}
	}
}

// hasHost reports whether a connection to a database is among those that are known.
func hasHost(all []deploy.Connection, alias string) bool {
	return slices.ContainsFunc(all, func(c deploy.Connection) bool { return c.Setting == "DATABASES."+alias+".HOST" })
}

// server returns the node that a connection ends in: the service of that name, or a server somewhere.
func (d *drawing) server(s *deploy.Site, p *deploy.Process, c deploy.Connection) string {
	if !c.Local() {
		if place, reached := s.Answers(p.Place, c.Host); reached == value.True && place != nil {
			return d.place(place)
		}
	}
	where := cmp.Or(c.Socket, c.Host)
	in := ""
	if c.Local() {
		in = d.place(p.Place)
	}
	label := c.Software
	if where != "" {
		label += " at " + where
		if c.Socket == "" && c.Port != "" {
			label += ":" + c.Port
		}
	}
	return d.node(Node{ID: "server:" + in + label, Kind: ServerNode, Label: label, In: in, Span: c.Value.Source()})
}

// proxies draws nginx's servers, who comes to them, and what they hand on.
func (d *drawing) proxies(s *deploy.Site) {
	for _, server := range s.AppServers() {
		var names, listens []string
		for _, n := range server.Names {
			names = append(names, n.Text)
		}
		for _, l := range server.Listens {
			text := l.Socket()
			if l.SSL {
				text += " with TLS"
			}
			listens = append(listens, text)
		}
		label := "nginx"
		if len(names) > 0 {
			label += " for " + strings.Join(names, ", ")
		}
		at := server.Source()
		id := d.node(Node{
			ID: "proxy:" + at.Path() + ":" + strconv.Itoa(at.Start), Kind: ProxyNode, Label: label, Details: []string{"listens on " + strings.Join(listens, ", ")},
			In: d.proxyPlace(s), Span: at,
		})
		d.edge(Edge{From: d.client(), To: id, Label: "requests", Span: at})
		d.handsOn(s, server, id)
	}
}

// handsOn draws where a server of nginx sends requests, and the folders that it serves.
func (d *drawing) handsOn(s *deploy.Site, server deploy.AppServer, id string) {
	for _, t := range server.Targets {
		label := t.Where() + " by " + cmp.Or(t.Protocol, "an unknown protocol")
		if to, drawn := d.processes[t.Process]; drawn {
			d.edge(Edge{From: id, To: to, Label: label, Span: t.Directive.Source()})
			continue
		}
		at := t.Address.String()
		if addresses, _ := t.Addresses(); t.Upstream != nil && len(addresses) > 0 {
			at = addresses[0].String()
		}
		to := d.node(Node{ID: "server:" + at, Kind: ServerNode, Label: "the application at " + at, Unknown: true, Span: t.Directive.Source()})
		d.edge(Edge{From: id, To: to, Label: label, Unknown: true, Span: t.Directive.Source()})
	}
	if s.Settings == nil {
		return
	}
	for _, name := range []string{"STATIC_URL", "MEDIA_URL"} {
		url, ok := deploy.LocalURL(s.Settings.Get(name))
		if !ok || url == "/" {
			continue
		}
		for _, v := range s.Serving(url) {
			if folder, served := v.Served(); served && v.Server.Block == server.Block {
				to := d.node(Node{ID: "storage:" + folder, Kind: StorageNode, Label: folder, Span: v.Source()})
				d.edge(Edge{From: id, To: to, Label: url, Span: v.Source()})
			}
		}
	}
}

// proxyPlace returns the place of nginx where exactly one process is it.
func (d *drawing) proxyPlace(s *deploy.Site) string {
	found := ""
	for _, p := range slices.Concat(s.Processes, s.Neighbours) {
		if p.Kind != deploy.ProxyProcess {
			continue
		}
		if found != "" {
			return ""
		}
		found = d.place(p.Place)
	}
	for _, p := range s.Places {
		if found == "" && p.Kind == deploy.Container && strings.HasPrefix(p.Software(), "nginx") {
			found = d.place(p)
		}
	}
	return found
}

func (d *drawing) client() string {
	return d.node(Node{ID: "client", Kind: ClientNode, Label: "clients"})
}

// published draws the ports by which clients come to a process past every proxy.
func (d *drawing) published(p *deploy.Process) {
	for _, port := range p.Ports {
		if to, drawn := d.processes[p]; drawn && port.Published {
			label := "port " + cmp.Or(port.Outside, port.Inside)
			if port.Host != "" {
				label = port.Host + " " + label
			}
			d.edge(Edge{From: d.client(), To: to, Label: label, Unknown: !port.Known, Span: port.Span})
		}
	}
}

// storage draws what a place mounts.
func (d *drawing) storage(p *deploy.Place) {
	for _, m := range p.Mounts {
		label, id := m.Source, "storage:"+m.Source
		switch m.Kind {
		case deploy.TmpfsMount:
			label, id = "memory", "storage:tmpfs:"+p.Key+m.Target
		case deploy.AnonymousMount:
			label, id = "a volume without a name", "storage:anonymous:"+p.Key+m.Target
		case deploy.VolumeMount:
			label, id = "volume "+m.Source, "storage:volume:"+p.Network.Stack+":"+m.Source
		case deploy.PodMount:
			label, id = "the pod's "+m.Source, "storage:pod:"+p.Key+m.Source
		case deploy.BindMount, deploy.ConfigMount:
		}
		to := d.node(Node{ID: id, Kind: StorageNode, Label: label, Span: m.Span})
		d.edge(Edge{From: d.place(p), To: to, Label: m.Target, Span: m.Span})
	}
}
