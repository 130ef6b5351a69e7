// Package ini reads the family of languages that write settings as "[section]" and "name = value", and knows where every
// byte of a value stands in its file.
//
// The main member is supervisord.conf: Python's RawConfigParser as supervisor uses it (UnhosedConfigParser in
// supervisor/options.py), where " ;" and " #" start a comment even inside quotes and a value runs over all following
// deeper lines. Plain configparser files (setup.cfg, tox.ini), systemd units and uWSGI's files are read by the same tree
// with other rules; see [Dialect].
//
// What supervisor does with a value afterwards lives here too, since it is part of how such a file is read: expansion of
// %(name)s ([Expand], [Value.Expand]), the splitting of commands and of environment lists ([SplitCommand],
// [SplitEnvironment]), the vocabulary of options ([Known]) and the conversions of their values ([ParseBool] and its kin).
//
// No input is an error that stops the reader: what the real program would refuse is an [Issue] of the tree, and reading
// goes on behind it.
package ini
