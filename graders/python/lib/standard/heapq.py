"""Python's heapq: a list whose first item is the smallest."""


def heappush(heap, item):
    heap.append(item)
    k = len(heap) - 1
    while k > 0 and heap[k] < heap[(k - 1) // 2]:
        heap[k], heap[(k - 1) // 2] = heap[(k - 1) // 2], heap[k]
        k = (k - 1) // 2


def heappop(heap):
    heap[0], heap[-1] = heap[-1], heap[0]
    item = heap.pop()
    _sink(heap, 0)
    return item


def _sink(heap, k):
    while True:
        least = min((j for j in (k, 2 * k + 1, 2 * k + 2) if j < len(heap)), key=lambda j: heap[j], default=k)
        if least == k:
            return
        heap[k], heap[least] = heap[least], heap[k]
        k = least


def heapify(heap):
    for k in reversed(range(len(heap) // 2)):
        _sink(heap, k)


def nlargest(n, items, key=None):
    return sorted(items, key=key, reverse=True)[:n]


def nsmallest(n, items, key=None):
    return sorted(items, key=key)[:n]
