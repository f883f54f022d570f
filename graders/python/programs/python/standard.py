import copy
import json
import math
import os
import re
import string
import sys
import time
import warnings

import torch

print(math.sqrt(2), math.exp(1), math.log(10), math.log2(8), math.log10(1000), math.floor(-1.5), math.ceil(1.2), math.factorial(5), math.gcd(12, 18), math.isnan(math.nan), math.prod([1, 2, 3]), math.comb(5, 2), math.hypot(3, 4), math.tau, math.inf, math.cos(0), math.atan2(1, 1), math.degrees(math.pi), math.fsum([0.1] * 10), math.trunc(-2.5), math.copysign(1, -0.0))
x = [1, [2, 3], {"a": torch.ones(1)}]
y = copy.deepcopy(x)
z = copy.copy(x)
y[1].append(4)
y[2]["a"][0] = 5
z[1].append(9)
print(x, y, z is x)
text = json.dumps({"lr": 0.1, "layers": [1, 2], "name": None, "flag": True})
print(text, json.loads(text), json.dumps([1, "a"], indent=2))
print(re.findall(r"\d+", "a1b22"), re.sub(r"[aeiou]", "*", "hello"), bool(re.match(r"^\w+$", "abc")), re.split(r",\s*", "a, b,c"), re.search(r"(\w)(\d)", "x9").groups())
start = time.time()
elapsed = time.time() - start
print(elapsed >= 0, string.ascii_lowercase[:5], sys.version_info >= (3, 8), isinstance(sys.argv, list))
warnings.filterwarnings("ignore")
print(torch.__version__.split("+")[0] >= "2", id(x) == id(x), globals()["x"] is x, "x" in dir(), isinstance(True, int))
