package livetest

// composeMutations are those of ready-compose, which no test runs.
func composeMutations() []mutation {
	const (
		compose    = "compose.yaml"
		image      = "Dockerfile"
		site       = "deploy/nginx/shop.conf"
		gunicorn   = "deploy/gunicorn.conf.py"
		production = "shop/settings/production.py"

		web    = "stop_grace_period: 40s" // a line of the service web that others can take the place of
		worker = "celery --app shop worker --concurrency 4 --loglevel info"
		key    = "SECRET_KEY: ${SECRET_KEY:?}"
		data   = "POSTGRES_PASSWORD: ${DATABASE_PASSWORD:?}"
		broker = `CELERY_BROKER_URL = "redis://redis:6379/0"`
	)
	return []mutation{
		{file: gunicorn, text: `"0.0.0.0:8000"`, by: `"127.0.0.1:8000"`, rule: "DPL503"},
		{file: gunicorn, text: `"0.0.0.0:8000"`, by: `"0.0.0.0:8001"`, rule: "DPL503"},
		{file: site, text: "server web:8000;", by: "server web:8080;", rule: "DPL503"},
		{file: production, text: `"HOST": "db"`, by: `"HOST": "localhost"`, rule: "DPL550"},
		{file: production, text: "redis://redis:6379/1", by: "redis://127.0.0.1:6379/1", rule: "DPL550"},
		{file: production, text: "redis://redis:6379/0", by: "redis://localhost:6379/0", rule: "DPL550"},
		{file: compose, text: "stop_grace_period: 1m", by: `ports: ["5432:5432"]`, rule: "DPL466"},
		{file: compose, text: web, by: `ports: ["8000:8000"]`, rule: "DPL504"},
		{file: compose, text: web, by: "privileged: true", rule: "DPL469"},
		{file: compose, text: web, by: "user: root", rule: "DPL409"},

		{file: compose, text: worker, by: "celery worker --app shop --concurrency 4 --loglevel info", rule: "DPL418"},
		{file: compose, text: worker, by: "celery --app shop worker -B --concurrency 4 --loglevel info", rule: "DPL422"},
		{file: compose, text: "stop_grace_period: 10m", by: "stop_grace_period: 5s", rule: "DPL412"},
		{file: compose, text: "celery --app shop beat --schedule /var/lib/shop/beat/schedule", by: "celery --app shop worker", rule: "DPL521"},
		{file: image, text: `"gunicorn", "--config"`, by: `"gunicorn", "--reload", "--config"`, rule: "DPL403"},
		{file: image, text: "FROM python:3.13-slim-trixie", by: "FROM python:3.8-slim", rule: "DPL461"},

		{file: compose, text: key, by: "", rule: "DPL470"},
		{file: compose, text: key, by: "SECRET_KEY: c1f0a7b2c7d94be0a63cc81fd3d7be9c24e0a8d2d1a1", rule: "DPL104"},
		{file: compose, text: data, by: "POSTGRES_PASSWORD: K7pW2vXq9LmZ", rule: "DPL203"},
		{file: compose, text: data, by: "POSTGRES_HOST_AUTH_METHOD: trust", rule: "DPL467"},

		{file: production, text: `SECURE_REDIRECT_EXEMPT = [r"^health/$"]`, by: "", rule: "DPL570"},
		{file: compose, text: "/health/'", by: "/healthz/'", rule: "DPL570"},
		{file: compose, text: ", headers={'Host': 'shop.example'})", by: ")", rule: "DPL571"},

		{file: production, text: "django.core.cache.backends.redis.RedisCache", by: "django.core.cache.backends.dummy.DummyCache", rule: "DPL178"},
		{file: production, text: broker, by: `CELERY_BROKER_URL = "memory://"`, rule: "DPL703"},
		{file: production, text: broker, by: broker + "; CELERY_TASK_ALWAYS_EAGER = True", rule: "DPL701"},
		{file: production, text: "EMAIL_USE_TLS = True", by: "EMAIL_USE_SSL = True", rule: "DPL158"},
		{file: "requirements.txt", text: "gunicorn==23.0.0", by: "gunicorn==21.2.0", rule: "DPL449"},
		{file: site, text: "proxy_set_header Host $host;", by: "", rule: "DPL505"},
		{file: site, text: "proxy_set_header X-Forwarded-Proto $scheme;", by: "", rule: "DPL506"},
		{file: site, text: "alias /var/lib/shop/static/;", by: "alias /var/lib/shop/static;", rule: "DPL302"},
	}
}
