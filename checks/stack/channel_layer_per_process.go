package stack

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// channelLayerPerProcess reports a channel layer that lives in the memory of one process.
//
// # Why it matters
//
// InMemoryChannelLayer carries messages within one process. A message that a worker, a celery task or another web process sends
// never reaches the others' WebSockets: chats and notifications arrive for some, and not for others.
//
// # Example
//
//	CHANNEL_LAYERS = {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}
//
// # Use instead
//
//	CHANNEL_LAYERS = {"default": {"BACKEND": "channels_redis.core.RedisChannelLayer", "CONFIG": {…}}}
//
// # When it stays silent
//
// For other layers. With several web processes it is an error; where the layer is what is left when a variable is not set, a
// note.
func channelLayerPerProcess() lint.Rule {
	return lint.Rule{
		ID:      "DPL518",
		Name:    "channel-layer-per-process",
		Summary: "Channels' messages do not leave the process",
		Help:    "Use channels_redis",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://channels.readthedocs.io/en/stable/topics/channel_layers.html#in-memory-channel-layer",
		},
		Since: "0.1.0",
		Check: lint.OfStack(checkChannelLayerPerProcess),
	}
}

func checkChannelLayerPerProcess(s *deploy.Settings, site *deploy.Site) lint.Answer {
	var answers lint.Answers
	layers := s.Get("CHANNEL_LAYERS")
	for alias, layer := range deploy.Entries(layers) {
		answers = append(answers, lint.Question{
			Value: layer.At("BACKEND"), Name: "the channel layer", Subject: "settings.CHANNEL_LAYERS." + alias + ".BACKEND", Place: s.Place("CHANNEL_LAYERS"),
			Bad: func(v value.Value) value.Tri {
				name, ok := v.Text()
				return value.TriOf(ok && name == "channels.layers.InMemoryChannelLayer")
			},
			Fail: func(v value.Value, at lint.Placed) lint.Result {
				r := lint.Fail(at, "messages do not leave the process that sends them: WebSockets of others never get them").
					Fix("\"BACKEND\": \"channels_redis.core.RedisChannelLayer\"")
				if workers, ok := site.Several(); ok {
					r = r.At(lint.Error).With(workers, "several processes are started here")
				}
				if _, fallback := v.FromDefault(); fallback {
					r = r.At(lint.Note)
				}
				return r
			},
		})
	}
	return answers
}
