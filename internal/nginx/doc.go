// Package nginx knows how nginx reads its configuration: the tree of directives with the place of each, which values are
// in effect in a block, which server and location answer a request, and what they answer with.
//
// Reading has three steps. Parse turns one file into a Tree and never fails: what nginx would refuse is in Tree.Errors.
// Load follows includes and gives a Config, whose blocks hold the directives of all files in the order in which nginx
// meets them; directives are linked, not copied, so each keeps its place. Servers, locations, upstreams and targets are
// questions to the Config.
//
// Two questions go further than the tree. [Config.Refusals] and [Tree.Refusal] say what nginx -t would refuse, by a table of
// all directives that is made from nginx's source. [Config.Serve] takes one request through nginx's phases, as
// ngx_http_core_run_phases does: which server and location answer, which file or backend, under which path, with which
// headers. Both are compared with what nginx itself said; testdata/record holds its answers.
//
// A repository seldom holds a whole configuration. What an include that is not there, or a template, may hold is
// unknown, and answers say so: [Block.MayHold], an Undecided value.Tri, a false sure.
//
// The grammar is that of ngx_conf_read_token in https://github.com/nginx/nginx/blob/master/src/core/ngx_conf_file.c.
package nginx
