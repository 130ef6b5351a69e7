// Package deploy is the model of one deployment: which processes run which settings in which environment, and what
// stands in front of them. It is immutable, and rules ask it questions.
package deploy
