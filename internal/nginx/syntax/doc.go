// Package syntax knows how nginx's configuration is written: the tree of a file's directives with the place of each, and
// which directives there are, where they may stand and what they take.
//
// Parse never fails: what nginx would refuse to read is in Tree.Errors, and what can be read behind it is read. Words that a
// template fills in are holes.
//
// The grammar is that of ngx_conf_read_token in https://github.com/nginx/nginx/blob/master/src/core/ngx_conf_file.c.
// directives.txt is made from the source of nginx's modules by testdata/vocabulary.py.
package syntax
