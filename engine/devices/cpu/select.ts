/**
 * Partial sorting as C++'s standard library (GNU's) does it. Which of several equal elements topk, median or mode
 * names depends on the exact order of comparisons, so these follow its published algorithms step by step:
 * introselect, introsort and heap selection over an array of positions.
 * Source: the GNU C++ Library's documented behaviour of std::nth_element, std::sort and std::partial_sort
 */

/** Whether the element at one position comes before the one at another. */
export type Before = (a: number, b: number) => boolean;

function swap(items: Int32Array, i: number, j: number): void {
  const item = items[i];
  items[i] = items[j];
  items[j] = item;
}

/** Puts the median of three elements at `first`, as the pivot. */
function medianToFirst(items: Int32Array, first: number, last: number, before: Before): void {
  const [a, b, c] = [first + 1, first + ((last - first) >> 1), last - 1];
  const less = (i: number, j: number): boolean => before(items[i], items[j]);
  let median: number;
  if (less(a, b)) median = less(b, c) ? b : less(a, c) ? c : a;
  else median = less(a, c) ? a : less(b, c) ? c : b;
  swap(items, first, median);
}

/** Divides first … last by a pivot; hands back where the second part starts. */
function partition(items: Int32Array, first: number, last: number, before: Before): number {
  medianToFirst(items, first, last, before);
  const pivot = items[first];
  let [low, high] = [first + 1, last];
  for (;;) {
    while (before(items[low], pivot)) low++;
    high--;
    while (before(pivot, items[high])) high--;
    if (low >= high) return low;
    swap(items, low, high);
    low++;
  }
}

function insert(items: Int32Array, at: number, lowest: number, before: Before): void {
  const item = items[at];
  let place = at;
  while (place > lowest && before(item, items[place - 1])) {
    items[place] = items[place - 1];
    place--;
  }
  items[place] = item;
}

function insertionSort(items: Int32Array, first: number, last: number, before: Before): void {
  for (let at = first + 1; at < last; at++) {
    if (before(items[at], items[first])) {
      const item = items[at];
      items.copyWithin(first + 1, first, at);
      items[first] = item;
    } else {
      insert(items, at, first, before);
    }
  }
}

const depthLimit = (count: number): number => 2 * Math.floor(Math.log2(count));

/** Puts at `nth` the element that a sort would put there, smaller ones before it. */
export function nthElement(items: Int32Array, nth: number, before: Before): void {
  let [first, last] = [0, items.length];
  if (nth >= last) return;
  let depth = depthLimit(last);
  while (last - first > 3) {
    if (depth-- === 0) {
      heapSelect(items, first, nth + 1, last, before);
      swap(items, first, nth);
      return;
    }
    const cut = partition(items, first, last, before);
    if (cut <= nth) first = cut;
    else last = cut;
  }
  insertionSort(items, first, last, before);
}

const shortRange = 16;

/** Sorts items[0 … count - 1]. */
export function introsort(items: Int32Array, count: number, before: Before): void {
  const loop = (first: number, end: number, limit: number): void => {
    let last = end;
    let depth = limit;
    while (last - first > shortRange) {
      if (depth-- === 0) {
        heapSelect(items, first, last, last, before);
        sortHeap(items, first, last, before);
        return;
      }
      const cut = partition(items, first, last, before);
      loop(cut, last, depth);
      last = cut;
    }
  };
  if (count < 2) return;
  loop(0, count, depthLimit(count));
  insertionSort(items, 0, Math.min(count, shortRange), before);
  for (let at = shortRange; at < count; at++) insert(items, at, 0, before);
}

/** Sorts the first `count` elements of the whole order to the front. */
export function partialSort(items: Int32Array, count: number, before: Before): void {
  heapSelect(items, 0, count, items.length, before);
  sortHeap(items, 0, count, before);
}

function heapSelect(items: Int32Array, first: number, middle: number, last: number, before: Before): void {
  const count = middle - first;
  for (let parent = (count - 2) >> 1; parent >= 0; parent--) {
    sink(items, first, parent, count, items[first + parent], before);
  }
  for (let at = middle; at < last; at++) {
    if (before(items[at], items[first])) popHeap(items, first, middle, at, before);
  }
}

function popHeap(items: Int32Array, first: number, last: number, result: number, before: Before): void {
  const item = items[result];
  items[result] = items[first];
  sink(items, first, 0, last - first, item, before);
}

/** Lets `item` sink from the hole to its place in a heap of `count` elements. */
function sink(
  items: Int32Array,
  first: number,
  top: number,
  count: number,
  item: number,
  before: Before,
): void {
  let hole = top;
  let child = top;
  while (child < (count - 1) >> 1) {
    child = 2 * (child + 1);
    if (before(items[first + child], items[first + child - 1])) child--;
    items[first + hole] = items[first + child];
    hole = child;
  }
  if (count % 2 === 0 && child === (count - 2) >> 1) {
    child = 2 * (child + 1) - 1;
    items[first + hole] = items[first + child];
    hole = child;
  }
  for (let parent = (hole - 1) >> 1; hole > top && before(items[first + parent], item); ) {
    items[first + hole] = items[first + parent];
    hole = parent;
    parent = (hole - 1) >> 1;
  }
  items[first + hole] = item;
}

function sortHeap(items: Int32Array, first: number, end: number, before: Before): void {
  for (let last = end - 1; last > first; last--) popHeap(items, first, last, last, before);
}

/** PyTorch's own selection of the element number `k`, which kthvalue uses; `after` orders two elements. */
export function quickSelect(items: Int32Array, k: number, after: Before): void {
  let [left, right] = [0, items.length - 1];
  while (right > left) {
    const order = (i: number, j: number): void => {
      if (after(items[i], items[j])) swap(items, i, j);
    };
    if (right === left + 1) {
      order(left, right);
      return;
    }
    swap(items, left + ((right - left) >> 1), left + 1);
    order(left + 1, right);
    order(left, right);
    order(left + 1, left);
    const pivot = items[left];
    let [i, j] = [left + 1, right];
    for (;;) {
      do i++;
      while (after(pivot, items[i]));
      do j--;
      while (after(items[j], pivot));
      if (j < i) break;
      swap(items, i, j);
    }
    swap(items, left, j);
    if (j <= k) left = i;
    if (j >= k) right = j - 1;
  }
}
