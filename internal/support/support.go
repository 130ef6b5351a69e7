package support

import (
	"slices"
	"strconv"
	"strings"

	"deploylint/internal/version"
)

// TableDate is the day to judge by where no other is given, so that the same files give the same report.
func TableDate() string { return "2026-11-20" }

// A Series is one line of versions of a program that gets fixes together.
type Series struct {
	// Product is the program as the table calls it: "postgresql".
	Product string
	// Name is the series: "13", "10.11".
	Name string
	// End is the day on which fixes end: "2025-11-13"; "" where that is not known yet.
	End string
	// Codename is a distribution's: "bookworm".
	Codename string
}

// Ended reports whether fixes ended before a day such as "2026-11-20".
func (s Series) Ended(day string) bool { return s.End != "" && s.End < day }

// Title is how people call the series: "PostgreSQL 13".
func (s Series) Title() string {
	name := s.Product
	switch s.Product {
	case "postgresql":
		name = "PostgreSQL"
	case "mysql":
		name = "MySQL"
	case "mariadb":
		name = "MariaDB"
	case "centos":
		name = "CentOS"
	case "mongodb":
		name = "MongoDB"
	case "rabbitmq":
		name = "RabbitMQ"
	case "opensearch":
		name = "OpenSearch"
	case "node":
		name = "Node.js"
	case "nginx", "memcached":
	default:
		name = strings.ToUpper(name[:1]) + name[1:]
	}
	return name + " " + s.Name
}

// Find returns the series of a version, "13" for 13.4. A version that names less than a series does, such as 6 of redis, is the newest
// that it may mean.
func Find(product string, numbers []int) (Series, bool) {
	if len(numbers) == 0 {
		return Series{}, false
	}
	var newest Series
	var newestNumbers []int
	for line := range strings.SplitSeq(table, "\n") {
		s, ok := parse(line)
		if !ok || s.Product != product {
			continue
		}
		own, _ := version.Numbers(s.Name)
		switch {
		case len(own) <= len(numbers) && slices.Equal(own, numbers[:len(own)]):
			return s, true
		case len(own) > len(numbers) && slices.Equal(own[:len(numbers)], numbers) && slices.Compare(own, newestNumbers) > 0:
			newest, newestNumbers = s, own
		}
	}
	return newest, newestNumbers != nil
}

// OfCodename returns a distribution's series by its codename.
func OfCodename(codename string) (Series, bool) {
	for line := range strings.SplitSeq(table, "\n") {
		if s, ok := parse(line); ok && s.Codename != "" && s.Codename == codename {
			return s, true
		}
	}
	return Series{}, false
}

// Newest returns the series of a product that gets fixes the longest, of those that are out.
func Newest(product string) (Series, bool) {
	var newest Series
	for line := range strings.SplitSeq(table, "\n") {
		s, ok := parse(line)
		switch {
		case !ok || s.Product != product:
		case s.End == "":
			return s, true // its end is not known yet, and the newest stands first
		case s.End > newest.End:
			newest = s
		}
	}
	return newest, newest.End != ""
}

func parse(line string) (Series, bool) {
	fields := strings.Fields(line)
	if len(fields) < 3 {
		return Series{}, false
	}
	s := Series{Product: fields[0], Name: fields[1], End: strings.TrimPrefix(fields[2], "-")}
	if len(fields) > 3 {
		s.Codename = fields[3]
	}
	return s, true
}

// OfImage returns what a container image is made of so far as its name tells, the program first, then the distribution: Python 3.8 and
// Debian 10 for "python:3.8-slim-buster". Images of others than the program's makers count where they keep its numbers.
func OfImage(image string) []Series {
	image, _, _ = strings.Cut(image, "@")
	repository, tag := image, ""
	if i := strings.LastIndexByte(image, ':'); i > strings.LastIndexByte(image, '/') {
		repository, tag = image[:i], image[i+1:]
	}
	name := repository[strings.LastIndexByte(repository, '/')+1:]
	var found []Series
	add := func(s Series, ok bool) {
		if ok {
			found = append(found, s)
		}
	}
	numbers, rest := version.Numbers(tag)
	add(Find(productOf(name), numbers))
	for part := range strings.SplitSeq(rest, "-") {
		if n, isAlpine := strings.CutPrefix(part, "alpine"); isAlpine {
			numbers, _ := version.Numbers(n)
			add(Find("alpine", numbers))
		} else if part != "" {
			add(OfCodename(part))
		}
	}
	return found
}

// productOf returns the program that an image of that name holds, "" for others.
func productOf(image string) string {
	switch image {
	case "python", "debian", "ubuntu", "centos", "alpine", "postgresql", "mysql", "mariadb", "redis", "valkey", "node", "nginx", "rabbitmq", "elasticsearch",
		"opensearch", "memcached":
		return image
	case "postgres", "postgis":
		return "postgresql"
	case "nginx-unprivileged":
		return "nginx"
	case "redis-stack-server", "redis-stack":
		return ""
	case "mongo":
		return "mongodb"
	case "mysql-server":
		return "mysql"
	}
	return ""
}

// Month returns the year and month of a day: "2025-11" of "2025-11-13".
func Month(day string) string { return day[:min(len(day), 7)] }

// IsDay reports whether a text is a day such as "2026-11-20".
func IsDay(text string) bool {
	parts := strings.Split(text, "-")
	if len(parts) != 3 || len(parts[0]) != 4 || len(parts[1]) != 2 || len(parts[2]) != 2 {
		return false
	}
	return !slices.ContainsFunc(parts, func(p string) bool { _, err := strconv.ParseUint(p, 10, 16); return err != nil })
}
