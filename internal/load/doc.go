// Package load joins the readers: it takes a path and hands out the deployment as the model that rules judge. It finds
// the project, its launchers and their processes, decides which settings module runs in which environment, evaluates it,
// and puts processes, proxies and settings together into sites. It knows no rule.
package load
