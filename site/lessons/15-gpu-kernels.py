# %% goal
import torch

torch.manual_seed(42)
x = torch.rand(1000)
goal = x * 2 + 1
goal[:5]

# %% adapter gpu
adapter = torch.webgpu.adapter()
print(adapter.description, "(a program that plays a GPU)" if adapter.is_software else "")

# %% map gpu
import math

double = torch.webgpu.compile_kernel("""
@group(0) @binding(0) var<storage, read_write> y: array<f32>;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<uniform> a: f32;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let i = id.x;
  if (i >= arrayLength(&y)) { return; }
  y[i] = a * x[i] + 1.0;
}""")

xg = x.to("webgpu")
y = torch.empty_like(xg)
double(math.ceil(1000 / 64), [y, xg, 2])
print(y[:5].cpu())
print("equal to the goal:", torch.allclose(y.cpu(), goal))

# %% wrong gpu
try:
    torch.webgpu.compile_kernel("""
@group(0) @binding(0) var<storage, read_write> y: array<f32>;
@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  y[id.x] = 0.5 * id.x;
}""")
except RuntimeError as error:
    print("RuntimeError:", error)

# %% broadcast gpu
outer = torch.webgpu.compile_kernel("""
@group(0) @binding(0) var<storage, read_write> out: array<f32>;
@group(0) @binding(1) var<storage, read> a: array<f32>;
@group(0) @binding(2) var<storage, read> b: array<f32>;
@group(0) @binding(3) var<uniform> columns: u32;
@group(0) @binding(4) var<uniform> a_row: u32;
@group(0) @binding(5) var<uniform> a_column: u32;
@group(0) @binding(6) var<uniform> b_row: u32;
@group(0) @binding(7) var<uniform> b_column: u32;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  if (id.x >= arrayLength(&out)) { return; }
  let row = id.x / columns;
  let column = id.x % columns;
  out[id.x] = a[row * a_row + column * a_column] + b[row * b_row + column * b_column];
}""")

tens = torch.tensor([[10.0], [20.0], [30.0]], device="webgpu")
ones = torch.tensor([[1.0, 2.0, 3.0, 4.0]], device="webgpu")
a, b = torch.broadcast_tensors(tens, ones)
table = torch.empty(3, 4, device="webgpu")
print(a.stride(), b.stride())
outer(1, [table, a, b, 4, *a.stride(), *b.stride()])
print(table.cpu())

# %% order gpu
import time

size = 1024
square = torch.rand(size, size).to("webgpu")


def milliseconds(run):
    """How long one run takes, on average over some."""
    run()
    torch.webgpu.synchronize()
    start = time.perf_counter()
    runs = 2 if adapter.is_software else 50
    for _ in range(runs):
        run()
    torch.webgpu.synchronize()
    return (time.perf_counter() - start) / runs * 1000


def walk(index):
    return torch.webgpu.compile_kernel("""
@group(0) @binding(0) var<storage, read_write> sums: array<f32>;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<uniform> n: u32;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  if (id.x >= n) { return; }
  var sum = 0.0;
  for (var k = 0u; k < n; k++) { sum += x[INDEX]; }
  sums[id.x] = sum;
}""".replace("INDEX", index))


down = walk("k * n + id.x")  # at each moment, neighbours read neighbours
along = walk("id.x * n + k")  # at each moment, neighbours are n apart
sums = torch.empty(size, device="webgpu")
print(f"neighbours: {milliseconds(lambda: down(size // 64, [sums, square, size])):.3f} ms")
print(f"n apart:    {milliseconds(lambda: along(size // 64, [sums, square, size])):.3f} ms")

# %% sum gpu
total = torch.webgpu.compile_kernel("""
@group(0) @binding(0) var<storage, read_write> out: array<f32>;
@group(0) @binding(1) var<storage, read> x: array<f32>;

var<workgroup> part: array<f32, 64>;

@compute @workgroup_size(64)
fn main(@builtin(local_invocation_index) lane: u32) {
  var sum = 0.0;
  for (var i = lane; i < arrayLength(&x); i += 64u) { sum += x[i]; }
  part[lane] = sum;
  for (var half = 32u; half > 0u; half /= 2u) {
    workgroupBarrier();
    if (lane < half) { part[lane] += part[lane + half]; }
  }
  if (lane == 0u) { out[0] = part[0]; }
}""")

sum_ = torch.empty(1, device="webgpu")
total(1, [sum_, xg])
print(sum_.item(), "and by the engine", xg.sum().item())
print("close:", torch.allclose(sum_.cpu(), x.sum().view(1)))

# %% products gpu
declarations = """
@group(0) @binding(0) var<storage, read_write> out: array<f32>;
@group(0) @binding(1) var<storage, read> a: array<f32>;
@group(0) @binding(2) var<storage, read> b: array<f32>;
@group(0) @binding(3) var<uniform> n: u32;
"""

naive = torch.webgpu.compile_kernel(declarations + """
@compute @workgroup_size(16, 16)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  var sum = 0.0;
  for (var k = 0u; k < n; k++) { sum += a[id.y * n + k] * b[k * n + id.x]; }
  out[id.y * n + id.x] = sum;
}""")

tiled = torch.webgpu.compile_kernel(declarations + """
var<workgroup> tile_a: array<array<f32, 16>, 16>;
var<workgroup> tile_b: array<array<f32, 16>, 16>;

@compute @workgroup_size(16, 16)
fn main(@builtin(global_invocation_id) id: vec3<u32>, @builtin(local_invocation_id) own: vec3<u32>) {
  var sum = 0.0;
  for (var start = 0u; start < n; start += 16u) {
    tile_a[own.y][own.x] = a[id.y * n + start + own.x];
    tile_b[own.y][own.x] = b[(start + own.y) * n + id.x];
    workgroupBarrier(); // the tiles are complete
    for (var k = 0u; k < 16u; k++) { sum += tile_a[own.y][k] * tile_b[k][own.x]; }
    workgroupBarrier(); // nobody needs them any more
  }
  out[id.y * n + id.x] = sum;
}""")

n = 128 if adapter.is_software else 512
left, right = torch.rand(n, n).to("webgpu"), torch.rand(n, n).to("webgpu")
product = torch.empty(n, n, device="webgpu")
expected = (left @ right).cpu()
for kernel in (naive, tiled):
    product.zero_()
    kernel((n // 16, n // 16), [product, left, right, n])
    print("close to the engine:", torch.allclose(product.cpu(), expected))

# %% times gpu
runs = {
    "naive": lambda: naive((n // 16, n // 16), [product, left, right, n]),
    "tiled": lambda: tiled((n // 16, n // 16), [product, left, right, n]),
    "engine": lambda: left @ right,
}
for name, run in runs.items():
    ms = milliseconds(run)
    print(f"{name:6} {ms:.3f} ms, {2 * n**3 / ms / 1e6:.1f} Gflop/s")

# %% fused gpu
profile = torch.webgpu.profile(lambda: (xg * 2 + 1).abs().sqrt().cpu())
for run in profile.kernels:
    print(len(run.fused), "operators in one kernel:", "; ".join(run.fused))
    took = "" if run.milliseconds is None else f"in {run.milliseconds:.4f} ms"
    print("workgroups", " x ".join(map(str, run.workgroups)), took)

# %% source gpu
print(profile.kernels[0].code)
