package lint

import (
	"deploylint/internal/source"
)

// An Answer is what a check says about one thing: a Result, a Question, several of them as Answers, or nil where the rule
// does not apply to it.
type Answer interface {
	// Results are the results that the answer comes to.
	Results() Results
}

// Results are results, in order.
type Results []Result

// Results returns the results themselves.
func (r Results) Results() Results { return r }

// Results returns the one result.
func (r Result) Results() Results { return Results{r} }

// Answers are several answers, in order; nil ones among them say nothing.
type Answers []Answer

// Results returns the results of all the answers.
func (a Answers) Results() Results {
	var results Results
	for _, one := range a {
		results = append(results, resultsOf(one)...)
	}
	return results
}

func resultsOf(a Answer) Results {
	if a == nil {
		return nil
	}
	return a.Results()
}

// gather makes one of the results that a rule wants told together; see Result.Among. A place in a file that several
// servers include is told once.
func gather(results Results) Results {
	var gathered Results
	first := map[any]int{}
	told := map[source.Span]bool{}
	for _, r := range results {
		if r.group == nil {
			gathered = append(gathered, r)
			continue
		}
		if told[r.Span] {
			continue
		}
		told[r.Span] = true
		if i, ok := first[r.group]; ok {
			gathered[i] = gathered[i].With(r.Span, "%s", r.also)
			continue
		}
		first[r.group] = len(gathered)
		gathered = append(gathered, r)
	}
	return gathered
}
