package lint

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/nginx"
	"deploylint/internal/source"
)

// A Check is the function of a rule, typed by what it looks at: the runner finds these things in a site and asks about each
// of them, so that a check begins where its question does. The site that the thing is part of comes second. A check is
// pure: no I/O, no clock, no globals.
type Check interface {
	// LooksAt names what the rule looks at, for its page: "each nginx server".
	LooksAt() string
	// ask asks about everything in a site that the rule looks at.
	ask(site *deploy.Site) Results
}

// OfSettings looks at the Django settings. A site without settings is not asked about.
type OfSettings func(s *deploy.Settings, site *deploy.Site) Answer

// OfWebSettings looks at the Django settings of a site that clients' requests reach.
type OfWebSettings func(s *deploy.Settings, site *deploy.Site) Answer

// OfStack looks at the Django settings and at what has to agree with them.
type OfStack func(s *deploy.Settings, site *deploy.Site) Answer

// OfProcess looks at each process. Processes that share a wrapper script or a configuration file have its faults in common:
// results at one place are one, and the other processes stand beside it.
type OfProcess func(p *deploy.Process, site *deploy.Site) Answer

// OfStep looks at each management command that the build of one of the site's images runs.
type OfStep func(p *deploy.Process, site *deploy.Site) Answer

// OfScript looks at each shell script that starts a process.
type OfScript func(use deploy.ScriptUse, site *deploy.Site) Answer

// OfSupervisor looks at each configuration of supervisor.
type OfSupervisor func(c *deploy.SupervisorConfig, site *deploy.Site) Answer

// OfService looks at each compose service of production, whatever runs in it.
type OfService func(s *deploy.Place, site *deploy.Site) Answer

// OfImage looks at what each Dockerfile makes.
type OfImage func(i *deploy.Image, site *deploy.Site) Answer

// OfProxy looks at each configuration of nginx.
type OfProxy func(p *deploy.Proxy, site *deploy.Site) Answer

// OfDirective looks at each directive of nginx's configurations, those outside of servers too.
type OfDirective func(e nginx.Entry, site *deploy.Site) Answer

// OfServerDirective looks at each directive of nginx's servers, those of their locations too.
type OfServerDirective func(d nginx.InServer, site *deploy.Site) Answer

// OfServer looks at each server of nginx.
type OfServer func(s *nginx.Server, site *deploy.Site) Answer

// OfLocation looks at each location of nginx, those inside others too.
type OfLocation func(l *nginx.Location, site *deploy.Site) Answer

// OfAppServer looks at each server of nginx that leads to the application.
type OfAppServer func(s deploy.AppServer, site *deploy.Site) Answer

// OfAppTarget looks at each place where nginx hands requests to the application.
type OfAppTarget func(t deploy.AppTarget, site *deploy.Site) Answer

// OfRepository looks at what the repository holds.
type OfRepository func(r *deploy.Repository, site *deploy.Site) Answer

// OfEnvFile looks at each env file in the repository's folder.
type OfEnvFile func(f deploy.RepoEnvFile, site *deploy.Site) Answer

// OfSite looks at a site as a whole.
type OfSite func(site *deploy.Site) Answer

// Checks is a rule that looks at several kinds of things.
type Checks []Check

// LooksAt names what the rule looks at.
func (OfSettings) LooksAt() string { return "the settings" }

// LooksAt names what the rule looks at.
func (OfWebSettings) LooksAt() string { return "the settings of a site that answers requests" }

// LooksAt names what the rule looks at.
func (OfStack) LooksAt() string { return "the settings and what has to agree with them" }

// LooksAt names what the rule looks at.
func (OfProcess) LooksAt() string { return "each process" }

// LooksAt names what the rule looks at.
func (OfStep) LooksAt() string { return "each management command of a build" }

// LooksAt names what the rule looks at.
func (OfScript) LooksAt() string { return "each shell script that starts a process" }

// LooksAt names what the rule looks at.
func (OfSupervisor) LooksAt() string { return "each supervisor configuration" }

// LooksAt names what the rule looks at.
func (OfService) LooksAt() string { return "each compose service" }

// LooksAt names what the rule looks at.
func (OfImage) LooksAt() string { return "each image" }

// LooksAt names what the rule looks at.
func (OfProxy) LooksAt() string { return "each nginx configuration" }

// LooksAt names what the rule looks at.
func (OfDirective) LooksAt() string { return "each nginx directive" }

// LooksAt names what the rule looks at.
func (OfServerDirective) LooksAt() string { return "each directive of an nginx server" }

// LooksAt names what the rule looks at.
func (OfServer) LooksAt() string { return "each nginx server" }

// LooksAt names what the rule looks at.
func (OfLocation) LooksAt() string { return "each nginx location" }

// LooksAt names what the rule looks at.
func (OfAppServer) LooksAt() string { return "each nginx server that leads to the application" }

// LooksAt names what the rule looks at.
func (OfAppTarget) LooksAt() string {
	return "each place where nginx hands requests to the application"
}

// LooksAt names what the rule looks at.
func (OfRepository) LooksAt() string { return "the repository" }

// LooksAt names what the rule looks at.
func (OfEnvFile) LooksAt() string { return "each env file" }

// LooksAt names what the rule looks at.
func (OfSite) LooksAt() string { return "the site as a whole" }

// LooksAt names all that the rule looks at.
func (c Checks) LooksAt() string {
	var all []string
	for _, one := range c {
		if what := one.LooksAt(); !slices.Contains(all, what) {
			all = append(all, what)
		}
	}
	return strings.Join(all, ", ")
}

func (c OfSettings) ask(site *deploy.Site) Results {
	if site.Settings == nil {
		return nil
	}
	return resultsOf(c(site.Settings, site))
}

func (c OfWebSettings) ask(site *deploy.Site) Results {
	if !site.AnswersRequests() {
		return nil
	}
	return OfSettings(c).ask(site)
}

func (c OfStack) ask(site *deploy.Site) Results { return OfSettings(c).ask(site) }

func (c OfProcess) ask(site *deploy.Site) Results {
	type place struct {
		span    source.Span
		kind    Kind
		level   Level
		lowered bool
	}
	var results Results
	at := map[place]int{}
	for _, p := range site.Processes {
		for _, r := range resultsOf(c(p, site)) {
			key := place{r.Span, r.Kind, r.Level, r.Lowered}
			i, seen := at[key]
			if !seen {
				at[key] = len(results)
				results = append(results, r)
				continue
			}
			results[i] = results[i].With(p.Declared, "%s starts this way too", p.Name)
		}
	}
	return results
}

func (c OfStep) ask(site *deploy.Site) Results       { return each(site.Steps, site, c) }
func (c OfScript) ask(site *deploy.Site) Results     { return each(site.Scripts(), site, c) }
func (c OfSupervisor) ask(site *deploy.Site) Results { return each(site.Supervisors, site, c) }
func (c OfService) ask(site *deploy.Site) Results    { return each(site.LiveServices(), site, c) }
func (c OfImage) ask(site *deploy.Site) Results      { return each(site.Images, site, c) }
func (c OfProxy) ask(site *deploy.Site) Results      { return each(site.LiveProxies(), site, c) }
func (c OfAppServer) ask(site *deploy.Site) Results  { return each(site.AppServers(), site, c) }
func (c OfAppTarget) ask(site *deploy.Site) Results  { return each(site.AppTargets(), site, c) }

func (c OfDirective) ask(site *deploy.Site) Results {
	return OfProxy(func(p *deploy.Proxy, site *deploy.Site) Answer {
		var results Results
		p.Config.Walk(func(e nginx.Entry) bool {
			results = append(results, resultsOf(c(e, site))...)
			return true
		})
		return results
	}).ask(site)
}

func (c OfServer) ask(site *deploy.Site) Results {
	return OfProxy(func(p *deploy.Proxy, site *deploy.Site) Answer { return each(p.Config.Servers, site, c) }).ask(site)
}

func (c OfServerDirective) ask(site *deploy.Site) Results {
	return OfServer(func(s *nginx.Server, site *deploy.Site) Answer { return each(s.Directives(), site, c) }).ask(site)
}

func (c OfLocation) ask(site *deploy.Site) Results {
	return OfServer(func(s *nginx.Server, site *deploy.Site) Answer { return each(s.AllLocations(), site, c) }).ask(site)
}

func (c OfRepository) ask(site *deploy.Site) Results {
	if site.Repository == nil {
		return nil
	}
	return resultsOf(c(site.Repository, site))
}

func (c OfEnvFile) ask(site *deploy.Site) Results {
	return OfRepository(func(r *deploy.Repository, site *deploy.Site) Answer { return each(r.EnvFiles, site, c) }).ask(site)
}

func (c OfSite) ask(site *deploy.Site) Results { return resultsOf(c(site)) }

func (c Checks) ask(site *deploy.Site) Results {
	var results Results
	for _, one := range c {
		results = append(results, one.ask(site)...)
	}
	return results
}

// each asks a check about things of a site, in order.
func each[T any](things []T, site *deploy.Site, check func(T, *deploy.Site) Answer) Results {
	var results Results
	for _, thing := range things {
		results = append(results, resultsOf(check(thing, site))...)
	}
	return results
}
