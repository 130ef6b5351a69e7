// Package yaml knows YAML, and JSON as a part of it: a file becomes nodes that know their place, anchors and merge keys
// are followed where they are asked for and never expanded.
//
// The syntax is read by go.yaml.in/yaml/v3, whose nodes keep line and column. What is read may be hostile: size, depth and
// the number of aliases are limited when a file is read, and what merges may repeat is limited when it is asked for.
package yaml
