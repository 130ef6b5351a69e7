// Package launch knows how the processes of a deployment start: which command runs in the end, in which environment, in
// which directory and under which account, and where it listens.
//
// [Read] takes the files of all launchers: supervisor, systemd, circus, Apache with mod_wsgi, uWSGI, Dockerfiles, compose
// files, manifests of Kubernetes, Procfiles, crontabs, the files of hosting platforms, and shell scripts that nothing else
// starts. They are a table, each row with a file of its own. What the programs make of their command lines, package program
// knows.
//
// A launcher gives a command; the command is followed through its wrappers (env, gosu, poetry run, python -m, sh -c,
// scripts of the repository) until nothing more can be unwrapped; then the program that is left is read the way it reads
// its own command line, configuration and environment.
//
// What a launcher does with a process beside starting it (restart, stop, replicas, ports, logs, health) is told in one
// vocabulary, [deploy.Restart] and its neighbours, so that a rule need not know which launcher it is.
//
// Nothing is run. A word that holds an unknown variable stays unknown, with the reason, and so does all that depends on
// it.
package launch
