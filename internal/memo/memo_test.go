package memo_test

import (
	"sync"
	"sync/atomic"
	"testing"

	"deploylint/internal/memo"
)

func TestMapWorksOnceForEachKey(t *testing.T) {
	var m memo.Map[int, int]
	var works atomic.Int32
	var wg sync.WaitGroup
	for i := range 64 {
		wg.Go(func() {
			key := i % 4
			if got := m.Get(key, func() int { works.Add(1); return key * key }); got != key*key {
				t.Errorf("%d is %d", key, got)
			}
		})
	}
	wg.Wait()
	if works.Load() != 4 {
		t.Errorf("%d keys were worked on %d times", 4, works.Load())
	}
}

func TestMapAsksForAnotherKey(t *testing.T) {
	var m memo.Map[int, int]
	var sum func(n int) int
	sum = func(n int) int {
		return m.Get(n, func() int {
			if n == 0 {
				return 0
			}
			return n + sum(n-1)
		})
	}
	if got := sum(10); got != 55 {
		t.Errorf("got %d", got)
	}
}

func TestPanicsEachTime(t *testing.T) {
	var v memo.Value[int]
	for range 2 {
		func() {
			defer func() {
				if r := recover(); r != "broken" {
					t.Errorf("got %v", r)
				}
			}()
			v.Get(func() int { panic("broken") })
		}()
	}
}
