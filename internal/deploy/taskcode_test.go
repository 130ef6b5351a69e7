package deploy_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/source"
)

func TestTaskCode(t *testing.T) {
	const text = `from celery import Celery, shared_task
app = Celery("shop")
app.conf.task_default_queue = "first"
app.conf.task_routes = ([("a.*", {"queue": "pairs"}), {"b": "dicts"}, route_task])
app.conf.update(task_routes={"c": {"queue": "updated", "priority": 1}}, task_queues=[])
other.task_routes = {"d": "other"}

class Orders:
    @app.task(queue="methods")
    def count(self):
        send.apply_async((1,), queue="calls")
        send.s(1).set(queue="signatures").delay()
        app.send_task("shop.mail", queue="sent")
        send.apply_async(queue=QUEUE)

@shared_task
def plain(): ...

@cached(queue="none")
def cached(): ...
`
	var code deploy.TaskCode
	code.Read(source.NewFile("shop/app.py", text))
	var got []string
	for _, r := range code.Routes {
		queue, _ := r.Queue.Text()
		got = append(got, r.Tasks+" "+queue)
	}
	want := []string{"a.* pairs", "b dicts", "c updated", "count methods", "send calls", "s signatures", "shop.mail sent"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if name, _ := code.DefaultQueue.Text(); name != "first" || !code.Queues {
		t.Errorf("the default queue is %q, queues are listed: %v", name, code.Queues)
	}

	code = deploy.TaskCode{}
	code.Read(source.NewFile("shop/celeryconfig.py", "task_routes = {'a': 'x'}\ntask_default_queue = NAME\n"))
	if len(code.Routes) != 1 || code.DefaultQueue.Known() || code.DefaultQueue.Reason.IsZero() {
		t.Errorf("got %+v", code)
	}
}
