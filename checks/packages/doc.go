// Package packages holds the rules about the settings of third-party packages (DPL7xx): what celery, corsheaders, allauth
// and others read from the project's settings, and what that does in production.
package packages
