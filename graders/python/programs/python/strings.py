print("abc" < "abd", "a" + "b", "ab" in "cabd", "x=%d y=%.2f" % (1, 2.5), "{:>5}|{:<5}|{:^5}".format(1, 2, 3), "{0}{1}{0}".format("a", "b"))
print("Hello, World".lower().split(", "), " a b ".strip(), "a-b-c".rsplit("-", 1), "aXbX".replace("X", "", 1), "line\n".rstrip("\n"), "tic" "tac", "é".upper())
text = """multi
line"""
print(text.splitlines(), len(text), text.startswith("multi"), "".join(reversed("abc")), sorted("hello"), "".join(sorted(set("hello"))))
print("abc".encode(), b"abc"[0], "abc".encode().decode(), bytes([65, 66]), "a\tb".expandtabs(4), "abc".translate(str.maketrans("ab", "xy")), "3".isdigit(), "a1".isalnum(), " ".isspace())
print(int("12"), float("1.5"), int("ff", 16), bin(5), hex(255), oct(8), str(12) + "3", ord("A"), chr(97), "%05.1f|%-6s|%+d" % (3.14159, "ab", 5), f"{3:>4}{'x':-^7}{12.5:08.2f}")
vocabulary = {w: i for i, w in enumerate("the cat sat on the mat".split())}
print(vocabulary, max(vocabulary, key=vocabulary.get), [vocabulary[w] for w in "the mat".split()], dict(sorted(vocabulary.items(), key=lambda kv: -kv[1])))
print(f"{'a' if True else 'b'} {[1, 2][0]} {dict(a=1)['a']} {1_000:,} {0.1 + 0.2:.1f} {1e3} {-0.0} {1 / 3!r:.5}")
print("A" "B", 'it''s', "tab\\n", "\u00e9", "😀", len("😀"), "a,b;c".replace(";", ",").split(","), "x".join("abc"), "abc".ljust(5, ".") + "|", "abc".rjust(5) + "|")
