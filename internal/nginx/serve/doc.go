// Package serve knows what nginx answers one request with: it takes it through nginx's phases, as ngx_http_core_run_phases
// does, to the server and location, the file or backend, the path and the headers.
//
// Where a part of the answer is a guess, [Reply] says so and why.
package serve
