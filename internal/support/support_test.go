package support_test

import (
	"testing"

	"deploylint/internal/support"
)

// TestOfImage: the days are those of the vendors' pages that endoflife.date names.
func TestOfImage(t *testing.T) {
	for image, want := range map[string]string{
		"python:3.8-slim-buster":           "Python 3.8 2024-10, Debian 10 2024-06",
		"python:3.12-alpine3.16":           "Python 3.12 2028-10, Alpine 3.16 2024-05",
		"python:3":                         "Python 3.14 2030-10",
		"postgres:13.4":                    "PostgreSQL 13 2025-11",
		"postgres:9.6-alpine":              "PostgreSQL 9.6 2021-11",
		"registry.example:5000/postgres:9": "PostgreSQL 9.6 2021-11",
		"postgis/postgis:13-3.1":           "PostgreSQL 13 2025-11",
		"redis:6":                          "Redis 6.2 2027-04",
		"redis:5-bullseye":                 "Redis 5.0 2022-04, Debian 11 2026-08",
		"mysql:5.7":                        "MySQL 5.7 2023-10",
		"mysql:8":                          "MySQL 8.4 2032-04",
		"mariadb:10.3.1":                   "MariaDB 10.3 2023-05",
		"elasticsearch:7.10.2":             "Elasticsearch 7 2026-01",
		"node:18-bullseye-slim":            "Node.js 18 2025-04, Debian 11 2026-08",
		"centos:7":                         "CentOS 7 2024-06",
		"ubuntu:focal":                     "Ubuntu 20.04 2025-05",
		"debian:bookworm-slim":             "Debian 12 2028-06",
		"nginx:1.18@sha256:00":             "nginx 1.18 2021-04",
		"postgres":                         "",
		"postgres:latest":                  "",
		"shop/web:13":                      "",
		"postgres:99":                      "",
	} {
		got := ""
		for _, s := range support.OfImage(image) {
			if got != "" {
				got += ", "
			}
			got += s.Title() + " " + support.Month(s.End)
		}
		if got != want {
			t.Errorf("%s: %q, want %q", image, got, want)
		}
	}
}

func TestEnded(t *testing.T) {
	s, ok := support.Find("postgresql", []int{13, 4})
	if !ok || !s.Ended("2025-11-14") || s.Ended("2025-11-13") {
		t.Errorf("PostgreSQL 13 is %+v", s)
	}
	if s, ok := support.Find("nginx", []int{1, 31}); !ok || s.Ended("2099-01-01") {
		t.Errorf("nginx 1.31 has no known end: %+v", s)
	}
	if !support.IsDay(support.TableDate()) || support.IsDay("2026-1-1") || support.IsDay("soon") {
		t.Error("days are not told apart from other texts")
	}
}

func TestNewest(t *testing.T) {
	for _, product := range []string{"nginx", "postgresql", "python", "redis"} {
		newest, ok := support.Newest(product)
		if !ok || newest.Ended("2026-11-20") {
			t.Errorf("the newest of %s is %v, which has no support", product, newest)
		}
	}
}
