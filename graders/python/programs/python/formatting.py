import torch

pi = 3.14159265
print(f"{pi:.2f} {pi:8.3f} {pi:<8.2f}| {pi:^10.1f}| {pi:+.1f} {pi:e} {pi:.3g} {1e-7:g} {123456789.0:.3e}")
print(f"{42:05d} {42:x} {42:b} {42:o} {1234567:,} {0.256:.1%} {'a':>5}|{'b':<5}|{'c':^5}|{'d':*^7}")
print("{} {:.2f} {name}".format(1, pi, name="n"), "%d %s %.2f %5d|%-5d|" % (1, "a", pi, 3, 4), "%5.1f%%" % 12.34)
width, precision = 10, 3
print(f"{pi:{width}.{precision}f}", f"{'nested ' + 'quotes'}", f"{{braces}}", f"{pi!r}", f"{[1, 2]}", f"{pi = :.2f}", f"{1 + 1 = }")
loss, accuracy = torch.tensor(0.34567), torch.tensor(0.9)
print(f"Epoch {1:02d} | loss {loss:.4f} | acc {accuracy.item():.1%} | {loss.item():10.6f}")
print("a,b,c".split(","), "-".join(["x", "y"]), " pad ".strip(), "abc".upper(), "Title".lower(), "abc"[::-1], "abcabc".replace("a", "z"), "abc".find("c"), "a" in "abc", "abc".startswith("ab"))
print("line1\nline2\ttab", r"raw\n", 'single "double"', "x" * 3, len("héllo"), ord("a"), chr(98), repr("it's"), str(None), "%r" % "q")
print(1e16, 1e15, 0.1 + 0.2, 1 / 3, 2**100, 10**20, -7 // 2, -7 % 3, 7 / 2, round(2.5), round(3.14159, 2), int(-3.7), 1_000_000, 0xFF, 1e-5, float("inf"), 5 // 2.0)
print("=" * 20, "-" * 5, sep="\n")
print("table:")
for name, value in [("alpha", 1.0), ("beta", 22.5)]:
    print(f"{name:<10}{value:>8.2f}")
print(str(1.0), str(100.0), repr(1e100), 1.0 == 1, type(1.0), type(1), type("a"), type(None), type([]), type(print).__name__, True + True, bool("False"), not [])
print(sorted({"b": 1, "a": 2}), sorted([3, 1, 2], key=lambda v: -v), list(reversed([1, 2])), list(enumerate("ab", start=1)), min([3, 1], default=0), sum([0.1] * 3), max("abc", "abd"), divmod(17, 5), abs(-3), pow(2, 3, 5))
