import type { ComparePlaces } from "./sort-column.ts";

/**
 * The places 0 … count-1 of which the first `most` are the lowest ones in their order; what follows them is in no order.
 * A page of a long list needs no more, and finding it takes one walk instead of a sort.
 */
export function sortPlaces(count: number, compare: ComparePlaces, most: number): Uint32Array {
  const places = Uint32Array.from({ length: count }, (_, index) => index);
  // Above an eighth of the list the heap saves nothing.
  if (most * 8 >= count) {
    return places.toSorted(compare);
  }
  const heap = places.slice(0, most).toSorted((left, right) => compare(right, left));
  const rest = new Uint32Array(count - most);
  for (let place = most; place < count; place += 1) {
    const highest = heap[0] ?? 0;
    if (most > 0 && compare(place, highest) < 0) {
      rest[place - most] = highest;
      sink(heap, place, compare);
    } else {
      rest[place - most] = place;
    }
  }
  places.set(heap.toSorted(compare));
  places.set(rest, most);
  return places;
}

/** Puts a place on the top of the heap, whose top is its highest, and lets it sink to where it belongs. */
function sink(heap: Uint32Array, place: number, compare: ComparePlaces): void {
  let at = 0;
  for (;;) {
    const left = at * 2 + 1;
    if (left >= heap.length) {
      break;
    }
    const right = left + 1;
    const higher = right < heap.length && compare(heap[right] ?? 0, heap[left] ?? 0) > 0 ? right : left;
    if (compare(heap[higher] ?? 0, place) <= 0) {
      break;
    }
    heap[at] = heap[higher] ?? 0;
    at = higher;
  }
  heap[at] = place;
}
