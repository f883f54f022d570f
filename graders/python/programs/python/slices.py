# Slices that reach beyond either end, forwards and backwards.
ends = [None, -9, -3, -1, 0, 2, 9]


def slices(items):
    return ["".join(map(str, items[a:b:s])) for a in ends for b in ends for s in (None, 2, -1, -2, 7)]


for items in ("abcde", list("abc"), (1, 2, 3, 4), range(4), []):
    print(type(items).__name__, " ".join(slices(items)))
print(list(bytes(range(5))[9:1:-1]), "".join("abcdef"[k : k + 4] for k in range(-8, 8, 3)))

window = [3, 1, 4]
print(window[-16:], window[:-16], window[-2:16], window[-1:-16:-1])
for a in ends:
    for b in ends[::2]:
        put, gone, every = list(range(5)), list(range(5)), list(range(5))
        put[a:b] = "xy"
        del gone[a:b]
        del every[a:b:-2]
        print(a, b, put, gone, every)
text = "abcabc"
print(text.find("b", -20), text.rfind("b", -3), text.count("b", -5), text.startswith("b", -2), text.rindex("a", -9, -1))
