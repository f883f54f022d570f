"""What is said of source that is no Python."""

for source in (
    "if True:\n    a = 1\n  b = 2\n", "a = 1\n  b = 2\n", "  x = 1\n", "if True:\n\ta = 1\n        b = 2\n", "x = 'abc\ny = 2\n", 's = """abc\ndef',
    "print 'hello'\n", "def f(x)\n    return x\n", "for i in range(3):\nprint(i)\n", "x = [1, 2\ny = 3\n", "print('a'\nx = 2\n", "x = (1, 2]\n",
    "x = = 1\n", "return 5\n", "1 = x\n", "f() = 1\n", "if x = 5: pass\n", "x = 5 +\n", "else: pass\n", "x = 1 2\n", "f(1 2)\n", "class = 1\n", "True = 1\n", "def f(a, a): pass\n",
):
    try:
        compile(source, "cell.py", "exec")
        print("nothing", repr(source))
    except SyntaxError as error:
        print(f"{type(error).__name__} {error.lineno}: {error.msg}")
print("a\tb".expandtabs(4), "\t|".expandtabs(2))
