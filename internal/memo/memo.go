// Package memo keeps what is worked out once and asked for often. Several goroutines may ask at the same time: the work is
// done by the first, and the others wait for it. The zero Value and the zero Map are ready for use.
package memo

import "sync"

// A Value is one answer.
type Value[T any] struct {
	once   sync.Once
	value  T
	failed any // what the work panicked with
}

// Get returns the answer, which work gives at the first question. Where work panics, every question does.
func (v *Value[T]) Get(work func() T) T {
	v.once.Do(func() {
		defer func() { v.failed = recover() }()
		v.value = work()
	})
	if v.failed != nil {
		panic(v.failed)
	}
	return v.value
}

// A Map is an answer for each key. Work for one key may ask for another, not for its own.
type Map[K comparable, V any] struct {
	mu      sync.Mutex
	answers map[K]*Value[V]
}

// Get returns the answer for a key, which work gives at the first question.
func (m *Map[K, V]) Get(key K, work func() V) V {
	m.mu.Lock()
	answer, found := m.answers[key]
	if !found {
		if m.answers == nil {
			m.answers = map[K]*Value[V]{}
		}
		answer = new(Value[V])
		m.answers[key] = answer
	}
	m.mu.Unlock()
	return answer.Get(work)
}
