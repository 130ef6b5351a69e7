package launch

import (
	"fmt"
	"strings"
	"testing"

	"deploylint/internal/deploy"
	"deploylint/internal/source"
)

func TestCrontab(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{
			"a user's own", "deploy/crontab",
			"# jobs\nDJANGO_SETTINGS_MODULE=\"shop.prod\"\nHOME=/srv/shop\n*/5 * * * * cd /srv/shop && venv/bin/python manage.py clearsessions >> /var/log/x 2>&1\n" +
				"LATER=1\n@reboot /srv/shop/venv/bin/celery -A shop worker\n@daily /bin/backup 100\\% %input\n",
			"cron:deploy/crontab#1 manage.py clearsessions| in /srv/shop as ? once=true DJANGO_SETTINGS_MODULE,HOME\n" +
				"cron:deploy/crontab#2 /srv/shop/venv/bin/celery -A shop worker| in /srv/shop as ? once=false DJANGO_SETTINGS_MODULE,HOME,LATER\n" +
				"cron:deploy/crontab#3 /bin/backup 100%| in /srv/shop as ? once=true DJANGO_SETTINGS_MODULE,HOME,LATER\n",
		},
		{
			"the system's", "etc/cron.d/shop", "0 3 * * 1-5 shop /srv/shop/manage.py migrate\n",
			"cron:etc/cron.d/shop#1 /srv/shop/manage.py migrate| in ? as shop once=true \n",
		},
		{
			"accounts without a folder that says so", "crontab", "00 02 * * * hello /srv/a.sh\n00 03 * * * hello /srv/b.sh\n",
			"cron:crontab#1 /srv/a.sh| in ? as hello once=true \ncron:crontab#2 /srv/b.sh| in ? as hello once=true \n",
		},
		{
			"commands that look like accounts", "crontab", "0 0 * * 0 find /var/log -delete\n1 0 * * 0 python /srv/manage.py x\n",
			"cron:crontab#1 find /var/log -delete| in ? as ? once=true \ncron:crontab#2 /srv/manage.py x| in ? as ? once=true \n",
		},
		{"a template", "crontab", "0 0 * * 0 %(user)s %(manage)s poll\n", ""},
		{"no jobs", "crontab", "# nothing\nMAILTO=me\nsome words that are no job\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ""
			for _, p := range Read(Files{deploy.Cron: []File{{File: source.NewFile(c.file, c.text)}}}, Options{}).Processes {
				said := func(v string, ok bool) string {
					if !ok {
						return "?"
					}
					return v
				}
				var words []string
				for _, w := range p.Argv {
					words = append(words, w.Text)
				}
				got += fmt.Sprintf("%s %s| in %s as %s once=%t %s\n", p.Key, strings.Join(words, " "), said(p.Directory.Text()), said(p.User.Text()), p.OneShot,
					strings.Join(p.Environment.Names(), ","))
			}
			if got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}
