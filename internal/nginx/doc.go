// Package nginx knows what a configuration of nginx means: which values are in effect in a block, which server and location
// answer a request, what they hand it to, and who may ask.
//
// [Load] follows the includes of trees (package syntax) and gives a [Config], whose blocks hold the directives of all files
// in the order in which nginx meets them; directives are linked, not copied, so each keeps its place. Servers, locations,
// upstreams and targets are questions to the Config.
//
// Two packages go further by asking the Config: refuse says what nginx -t would refuse, serve takes one request through
// nginx's phases. All three are compared with what nginx itself said, which the packages' testdata holds.
//
// A repository seldom holds a whole configuration. What an include that is not there, or a template, may hold is
// unknown, and answers say so: [Block.MayHold], an Undecided value.Tri, a false sure.
package nginx
