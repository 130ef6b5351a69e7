// Package deps knows which versions of which Python packages a project asks for, and where it says so: requirements
// files, pyproject.toml, Pipfile, setup.cfg, setup.py and the lock files of pip-tools, Pipenv, Poetry, PDM and uv.
// It knows nothing of what the packages do.
package deps
