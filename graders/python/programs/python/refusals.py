# What Python refuses, and in which words.
cases = r'''
1 / 0
2.0 % 0
[1][5]
{}["a"]
(1,)[3]
"a" + 1
1 + "a"
[1] + (2,)
None + 1
"a" * "b"
int("x")
int("1.5")
float("x")
undefined_name
len(5)
[].pop()
{}.popitem()
set().pop()
[1, 2].remove(3)
[1].index(2)
"abc".index("z")
(lambda a: a)()
(lambda a: a)(1, 2)
(lambda: 0)(1)
[][0]
"abc".foo
(5).foo
None.foo
[1].foo()
5()
"a"()
None()
None[0]
5[0]
for_x in 5
next(iter([]))
max([])
min(())
sum("ab")
sum(["a"])
a, b = 1, 2, 3
a, b, c = 1, 2
a, b = 5
[x for x in 5]
"%d" % "a"
"%d %d" % (1,)
"%d" % (1, 2)
"{:d}".format("a")
"{:d}".format(1.5)
f"{'a':d}"
"{}".format()
"{a}".format()
chr(-1)
ord("ab")
range(1.5)
[1, 2][1.0]
"abc"["a"]
{[]: 1}
{}[[]]
hash([])
sorted([1, "a"])
1 < "a"
[] < 5
{} < {}
int([])
float([])
int(None)
float(None)
list(5)
dict(5)
tuple(5)
set(5)
zip(5)
enumerate(5)
abs("a")
round("a")
-"a"
~1.5
1 << 1.5
1.5 & 1
2 ** "a"
"".join([1])
"a".split(5)
getattr(5, "x")
setattr(5, "x", 1)
type("a", 1)
object().x
raise ValueError("bad")
raise 5
raise KeyError("k")
raise ValueError
raise ValueError(1, 2)
assert False
assert 0, "why"
assert [], [1]
import nowhere
pow(0, -1)
(0) ** -1
(0.0) ** -1
2.0 ** 5000
10.0 ** 400
import math; math.log(0)
import math; math.factorial(-1)
import math; math.exp(1000)
del zz
x = 5; x.y = 1
x = (1, 2); x[0] = 5
x = "abc"; x[0] = "z"
x = [1]; x[5] = 1
x = [1]; del x[5]
x = {}; del x["a"]
x = [1, 2, 3]; x[::2] = [1]
def f(a, b, c=1): pass\nf(1)
def f(a, *, b): pass\nf(1)
def f(a): pass\nf(1, a=2)
def f(): return x_undefined\nf()
def f():\n    print(y)\n    y = 1\nf()
class A: pass\nA().foo
class A: pass\nA(1)
class A:\n    def __init__(self, x): pass\nA()
class A:\n    def f(self): pass\nA().f(1)
class A:\n    def f(): pass\nA().f()
class A:\n    def f(self): pass\nA.f()
class A: pass\nA() + 1
class A: pass\nA() < A()
class A: pass\nA()[0]
class A: pass\nA()()
class A: pass\nlen(A())
class A: pass\nfor x in A(): pass
class A: pass\nwith A(): pass
class A: pass\n1 in A()
class A:\n    @property\n    def x(self): return 1\nA().x = 2
def g():\n    yield 1\nx = g(); next(x); next(x)
try:\n    1/0\nexcept ZeroDivisionError as e:\n    raise ValueError("second") from e
global x; x = 1; x()
[1, 2, 3](0)
"abc".encode("zz")
b"\xff".decode()
int(float("nan"))
int(float("inf"))
round(float("nan"))
[].extend(5)
{}.update(5)
{1, 2}.remove(5)
{1}.add([])
max(1)
max(1, "a")
sum([[1]], 0)
any(5)
all(None)
iter(5)
f"{undefined}"
lambda_ = lambda x: x.foo; lambda_(1)
vars(5)
super().foo
from collections import namedtuple; P = namedtuple("P", "x y"); P(1)
from collections import deque; deque().pop()
from collections import Counter; Counter(5)
from dataclasses import dataclass\n@dataclass\nclass A:\n    x: int\nA()
from enum import Enum\nclass C(Enum):\n    A = 1\nC(5)
'''
for case in cases.strip().split("\n"):
    try:
        exec(case.replace("\\n", "\n"), {})
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
