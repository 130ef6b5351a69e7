// Package secret knows what a secret looks like: which names call for one, and which values are one rather than a
// placeholder, a reference to somewhere else, or an ordinary word. It also knows where the secrets of a site stand, and
// hides them from every report and listing with one [Redactor].
package secret
