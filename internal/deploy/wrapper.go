package deploy

import "strconv"

// A ScriptUse is a wrapper script together with the processes that start through it.
type ScriptUse struct {
	// Script is the script as the first of the processes runs it.
	Script *Script
	// Name is the word that starts it.
	Name Word
	// Processes start through it, in the order of the site.
	Processes []*Process
}

// Key begins the subjects of results about the script: "script:deploy/run.sh", or for the text of sh -c the process that
// holds it.
func (u ScriptUse) Key() string {
	if u.Script.Inline {
		return u.Processes[0].Key
	}
	return "script:" + u.Script.File.Path
}

// Scripts returns the shell scripts between the launchers and the programs, each once, in the order of the processes.
func (s *Site) Scripts() []ScriptUse {
	var uses []ScriptUse
	at := map[string]int{}
	for _, p := range s.Processes {
		for _, w := range p.Wrappers {
			if w.Script == nil || w.Script.File == nil {
				continue
			}
			key := w.Script.File.Path
			if w.Script.Inline {
				// The text of sh -c has no name of its own, only a place.
				key += ":" + strconv.Itoa(w.Name.Span.Start)
			}
			i, seen := at[key]
			if !seen {
				i = len(uses)
				at[key] = i
				uses = append(uses, ScriptUse{Script: w.Script, Name: w.Name})
			}
			if n := len(uses[i].Processes); n == 0 || uses[i].Processes[n-1] != p {
				uses[i].Processes = append(uses[i].Processes, p)
			}
		}
	}
	return uses
}
