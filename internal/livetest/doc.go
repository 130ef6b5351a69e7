// Package livetest shows that what deploylint calls ready is ready, and that what it says of a defect happens. Its tests
// change single lines of whole deployments in fixtures/projects, and run one of them: nginx, supervisor, gunicorn and Django
// on ports of the loopback.
package livetest
