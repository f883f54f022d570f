# Values of Python's own types, as they are shown.
cases = r'''
"abc".center(10, "*")
"abc".ljust(6)+"|"
"abc".zfill(6)
"-7".zfill(5)
"a,b,,c".split(",")
"a b  c ".split()
"a,b,c".split(",", 1)
"a,b,c".rsplit(",", 1)
" x y ".strip()
"xxabcxx".strip("x")
"abc".upper().lower().title()
"hello world".title()
"hello World".capitalize()
"Hello".swapcase()
"abc".partition("b")
"abcb".rpartition("b")
"a\nb\r\nc".splitlines()
"a\nb".splitlines(True)
"abc".replace("b", "X")
"aaaa".replace("a", "b", 2)
"abc".index("c")
"abc".isalpha(), "12".isdigit(), "1a".isalnum(), " ".isspace(), "A".isupper(), "a".islower()
"abc".encode()
"é".encode("utf-8")
b"abc".decode()
"abc" < "abd", "a" < "B", "abc" == "abc"
"ab" * 3, 2 * "ab"
"{:>8.3f}|{:<6}|{:^7}|{:+d}".format(3.14159, "a", "mid", 5)
"{0} {1} {0}".format("a", "b")
"{a} {b!r}".format(a=1, b="x")
"{:,}".format(1234567), "{:_}".format(1234567), "{:,.2f}".format(1234567.891)
"{:e}".format(12345.678), "{:.2e}".format(0.00012), "{:g}".format(1e10), "{:g}".format(0.0001), "{:g}".format(123456789.0)
"{:b} {:o} {:x} {:X} {:#x}".format(10, 10, 255, 255, 255)
"{:05d} {:5d} {:<5d}|".format(42, 42, 42)
"{:%}".format(0.25), "{:.1%}".format(0.256)
"{:10}|{:>10}|".format("ab", "cd"), f"{True:5}|", f"{3:5}|", f"{2.5:8}|"
f"{1/3:.3}", f"{2/3:8.2g}|", f"{1e-5}", f"{1e16}", f"{123456789012345678}"
f"{'x':*^9}", f"{5:03}", f"{-5:04}", f"{3.0}", f"{1e5}", f"{1e22}"
"%d %s %r %5.2f %-5d| %05d %x %e" % (3, "a", "b", 3.14159, 4, 42, 255, 12345.678)
"%s" % (1, ) , "%s %%" % 5, "%10s|%-10s|" % ("a", "b")
"%(a)s %(b)d" % {"a": 1, "b": 2}
"%.3s" % "abcdef", "%+d" % 5, "%g" % 1e-7, "%i" % 3.9
repr("it's"), repr('a"b'), repr("a\nb\t\\"), repr("\x00\x7f"), repr("é"), repr("'\"")
str(None), str(True), str(1.0), str(1e100), str(-0.0), str(float("inf")), str(float("nan"))
repr(0.1), repr(1e-7), repr(123456789.123), repr(1e15), repr(1e16), repr(2**53), repr(1/3)
int("42"), int("-7"), int(" 5 "), int("ff", 16), int("0b101", 2), int("0x1f", 0), int(3.9), int(-3.9), int(True)
float("1.5"), float(" 2 "), float("1e3"), float("-inf"), float("nan")
round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1.005, 2), round(0.5), round(1.5)
7 // 2, -7 // 2, 7 % -3, -7 % 3, 7.5 // 2, -7.5 % 2, divmod(7, 2), divmod(-7, 2), divmod(7.5, 2)
2 ** 10, 2 ** -1, 2 ** 0.5, (-8) ** 2, 10 ** 20, 2 ** 100, -2 ** 2
5 / 2, 4 / 2, 1 / 3, 10 ** 30 / 10 ** 10
3 & 5, 3 | 5, 3 ^ 5, ~3, 1 << 40, -16 >> 2, 1 << 70
abs(-3), abs(-3.5), min(3, 1, 2), max([1, 5, 2]), sum([0.1] * 10), sum(range(10)), sum([[1], [2]], [])
min([], default=5), max("abc", key=ord), max([1, -5], key=abs), min({"b": 1, "a": 2}), max((2, "b"), (2, "a"))
sorted([3, 1, 2], reverse=True), sorted("bca"), sorted(["b", "A", "c"], key=str.lower), sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1])
sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([(1, "b"), (1, "a")], key=lambda t: t[0])
list(zip([1, 2, 3], "ab")), list(zip()), list(zip(*[(1, 2), (3, 4)]))
list(enumerate("ab", 1)), list(reversed([1, 2])), list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(None, [0, 1, "", "a"]))
list(range(5, 0, -2)), list(range(0)), len(range(0, 10, 3)), range(3) == range(0, 3), 4 in range(0, 10, 2), range(10)[2], range(0, 10, 2).index(4)
any([]), all([]), any([0, 1]), all([1, 0])
bool([]), bool({}), bool(""), bool(0.0), bool(None), bool("0"), not []
[1, 2] + [3], [0] * 3, [1, 2] == [1, 2], [1, 2] < [1, 3], (1, 2) < (1, 2, 0), [] < [1]
{1: "a", 2: "b"}, {"a": [1, {"b": 2}]}, {1, 2, 3} & {2, 3}, {1} | {2}, {1, 2} - {2}, {1, 2} ^ {2, 3}, set(), frozenset([1])
{"a": 1}.get("b"), {"a": 1}.get("b", 0), {"a": 1} | {"b": 2}, dict(a=1, b=2), dict([("a", 1)]), dict(zip("ab", [1, 2]))
{k: v for k, v in zip("ab", range(2))}, {x % 3 for x in range(9)} == {0, 1, 2}, [x for x in range(5) if x % 2], [(x, y) for x in range(2) for y in range(2)]
isinstance(True, int), isinstance(1, (float, int)), issubclass(bool, int), type(1), type(1.0), type("a"), type([]), type(None), type(lambda: 0), type(len), type(int)
(1,), (), (1, 2), [], [[]], {}, [None, True], (None,), {"a": (1,)}, [1.0, -0.0]
"a" in "abc", 1 in [1, 2], "a" in {"a": 1}, (1 not in [2])
chr(97), ord("a"), hex(255), bin(5), oct(8), hex(-1), bin(-5)
(lambda *a, **k: (a, k))(1, 2, x=3), (lambda a, b=2: (a, b))(1)
[*range(3), *"ab"], {**{"a": 1}, "b": 2}, (*[1], 2)
"abc"[::-1], "abc"[-1], "abc"[1:], [1, 2, 3][::2], (1, 2, 3)[-2:], "abcdef"[1:5:2]
complex(1, 2), (1+2j) * (3-1j), abs(3+4j)
1_000_000, 0xff, 0b11, 0o17, 1e3, .5, 5., 1e-3
int.from_bytes(b"\x01\x00", "big"), (258).to_bytes(2, "little"), (5).bit_length(), (0.75).as_integer_ratio(), (2.0).is_integer(), float.fromhex("0x1p-2")
"a-b_c".translate(str.maketrans("-_", "  ")), "abc".translate({97: None}), str.maketrans("a", "b")
"abc".startswith(("x", "a")), "abc".endswith("c"), "abc".removeprefix("a"), "abc".removesuffix("bc"), "a".join(["1", "2"]), ", ".join(map(str, [1, 2]))
"tab\there".expandtabs(4), "abc".casefold(), "ß".upper(), "a".isidentifier(), "1".isnumeric(), "ab c".istitle()
[1, 2, 3].index(2), [1, 2, 2].count(2), [3, 1][::-1], list("abc"), list((1, 2)), list({"a": 1}), tuple([1]), list({1: 2}.values())
list("abc").__len__(), [1].__contains__(1), (5).__add__(3), "a".__add__("b"), (1).__lt__(2), [].__eq__([])
next(iter([1])), next(iter([]), "none"), list(iter([1, 2])), list(iter(lambda: 1, 1))
callable(len), callable(3), hasattr([], "append"), getattr("a", "upper")(), getattr([], "zz", 4)
eval("1 + 2"), eval("[x for x in range(3)]"), [i := 5, i + 1]
"yes" if 1 else "no", (1 and 2), (0 or 3), (not 1), None or [] or "x", 1 and 0 and 2
str([1, "a", None, 1.5, (1,), {"b": 2}, {3}]), str({"a": "b"}), repr({1.0: True}), str(("a",))
str(b"a\x00b"), repr(bytearray(b"ab")), bytes([65, 66]), b"ab" + b"c", b"abc"[0], b"abc"[1:], list(b"ab")
slice(1, 2), slice(None), range(3), range(1, 10, 2), Ellipsis, NotImplemented, print, len
print(1, 2, sep="-", end="!\n"), print("a", [1], None), print(), print(*[1, 2], sep="\n")
print("%-10s|%8.3f" % ("ab", 2.5)), print("a\tb"), print({"x": 1.0}), print(1e-10, 1e10, 123456.789e3)
"abc".find("z"), "abc".rfind("c"), "abcabc".count("bc"), "aaa".count("aa"), "".join(reversed("abc")), "a".ljust(3, "-")
max(1.5, 2), min(True, 2), sum([True, True]), sum((1.5, 2)), pow(2, 3), pow(2, 3, 5), pow(2, -1)
int("1_000"), float("1_0.5"), int("٣"), complex("1+2j")
[a for a, *b in [(1, 2, 3)]], [b for a, *b in [(1, 2, 3)]]
list(map(str, range(3))), list(map(int, "123")), set("aab") == {"a", "b"}, len(set([1, 1.0, True]))
1e308 * 10, -1e308 * 10, 0.1 + 0.2, 1e-320, 5e-324, 2.0 ** 1023, 1.7976931348623157e308
10 ** 18, 10 ** 25, 123456789 ** 3, 99999999999999999999 % 7, 2 ** 64 - 1, -(2 ** 65), (2 ** 64) // 3, 2 ** 64 / 3, int(1e20), int("9" * 25)
(2 ** 60) * 3 + 1, 1 << 62, (1 << 62) - 1, 9007199254740993, 9007199254740993 + 1, 9007199254740992 * 3, 4503599627370497 * 5, 94906267 * 94906267, 3037000500 ** 2
6364136223846793005 * 3 % 2 ** 64, (123456789 * 987654321) % 1000007, 0xffffffff * 0xffffffff, 0xdeadbeef ^ 0xffffffffff, (1 << 40) | 5, (1 << 40) & (1 << 40), 2**40 >> 3, -5 >> 1, -5 // 2, ~(1 << 40)
hash("a") == hash("a"), hash(None) == hash(None), hash(2**70) == hash(2**70)
'''
for case in cases.strip().split("\n"):
    print(repr(eval(case)))
