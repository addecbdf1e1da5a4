// Package graphtest holds the laws that every engine of package graph keeps,
// benchmarks for them, and the small world they are tried on. An engine's own
// test is one call:
//
//	func TestStore(t *testing.T) {
//		graphtest.Run(t, func(t *testing.T) graph.Store { ... an empty store ... })
//	}
//
// The world (World) is made of two articles. Its people and
// places are invented:
//
//	a1 ──REPORTS──▶ mau ──HOLDS──▶ secretary ──IN_BODY──▶ committee ──LOCATED_IN──▶ song-mau
//	│  ──REPORTS──▶  │                                                                ▲
//	│                └──CHAIRED, CHAIRED_BRIDGE {at: Bến Mẫu}, {at: Đồi Mẫu}──▶ meeting ─HELD_AT
//	│                                                                    ▲
//	a2 ──REPORTS──▶ thu ──ATTENDED────────────────────────────────────────┘──DISCUSSED──▶ 7-NQ/M
//	                 └──APPOINTED──▶ secretary
//
// Each REPORTS edge supports the edge that its quote proves.
package graphtest
