// Package process holds the rules about what starts and keeps the processes: supervisor, gunicorn, celery and the scripts
// around them (DPL4xx).
package process
