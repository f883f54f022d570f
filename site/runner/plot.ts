/**
 * `plot`, which code in the sandbox draws with. What it draws goes to the page while the code runs, beside what is
 * printed, and lands under the cell that drew it.
 */
import * as torch from 'torch';
import { encodePixels } from '../plots/images.ts';
import { encodeLeads } from '../plots/regions.ts';
import type { Bounds, Chart, Curves, Drawing, Images, Landscape, Picture, Regions } from '../plots/types.ts';
import type { Output } from './output.ts';
import { traceGraph } from './trace.ts';

/** How long a change may wait before it is sent. */
const WAIT_MS = 80;
/** Beyond these, every other one is left out, and so on: a picture can show no more. */
const MOST_POINTS = 2_000;
const MOST_FRAMES = 32;
/** More series or pictures than this nobody can tell apart. */
const MOST_SERIES = 12;
const MOST_PICTURES = 40;
const MOST_IMAGES = 64;
const WIDEST_IMAGE = 64;

type Scalar = number | bigint | boolean | torch.Tensor;
type Model = ((points: torch.Tensor) => torch.Tensor) | torch.nn.Module;

/** Functions and models are looked at in the places of a grid of this size. */
const GRID = { columns: 41, rows: 31 };

export class Plot {
  #output: Output;
  #send: (pictures: Picture[]) => void;
  #pictures = new Map<string, Picture>();
  #changed = new Set<Picture>();
  #arriving: Promise<void>[] = [];
  #calls = new Map<object, number>();
  #sentAt = performance.now();

  constructor(output: Output, send: (pictures: Picture[]) => void) {
    this.#output = output;
    this.#send = send;
  }

  /** Adds a point to the curve `name`: `plot.line('loss', loss)`, or with its x: `plot.line('loss', step, loss)`. */
  line = (name: string, ...point: [y: Scalar] | [x: number, y: Scalar]): void => {
    if (this.#output.silent) return;
    const picture = this.#picture('curves', (): Curves => ({ kind: 'curves', curves: [] }));
    const curve = series((picture.drawing as Curves).curves, name);
    const call = this.#call(curve);
    const [x, y] = point.length === 2 ? point : [call - 1, point[0]];
    if (thin(call, [curve.x, curve.y], MOST_POINTS)) this.#append(picture, [curve.x, x], [curve.y, y]);
  };

  /** Draws the autograd graph of `tensor`. `named` gives tensors in it their names: `plot.graph(loss, { w, loss })`. */
  graph = (tensor: torch.Tensor, named: Record<string, unknown> = {}): void => {
    if (this.#output.silent) return;
    const { graph, arrived } = traceGraph(tensor, named);
    const picture = this.#picture(`graph ${this.#pictures.size}`, () => graph);
    this.#arriving.push(arrived);
    this.#change(picture);
  };

  /** Draws the level lines of f over a rectangle; f is called once, with tensors of all the places' x and y. */
  contour = (f: (x: torch.Tensor, y: torch.Tensor) => torch.Tensor, bounds: Bounds): void => {
    if (this.#output.silent) return;
    const [x, y] = grid(bounds, GRID.columns, GRID.rows);
    const drawing: Landscape = { kind: 'landscape', ...bounds, ...GRID, values: [], paths: [] };
    const picture = this.#picture('landscape', () => drawing);
    picture.drawing = drawing;
    this.#read(
      torch.no_grad(() => f(x, y)),
      (values) => {
        drawing.values = values.map(rounded);
      },
    );
    this.#change(picture);
  };

  /** Adds a step to the way `name` over the contour that this cell has drawn. */
  path = (name: string, x: Scalar, y: Scalar): void => {
    if (this.#output.silent) return;
    const picture = this.#pictures.get(`${this.#output.cell} landscape`);
    if (!picture) throw new Error('plot.path: draw the contour first, in the same cell, by plot.contour');
    const path = series((picture.drawing as Landscape).paths, name);
    if (thin(this.#call(path), [path.x, path.y], MOST_POINTS)) {
      this.#append(picture, [path.x, x], [path.y, y]);
    }
  };

  /**
   * Draws which class `model` sees where: a frame a call. `points` has the shape [n, 2], `labels` counts from 0; the
   * model gives one score a class, or a single one that is positive for class 1.
   */
  boundary = (model: Model, points: torch.Tensor, labels: torch.Tensor): void => {
    if (this.#output.silent) return;
    const picture = this.#picture('regions', () => this.#regions(points, labels));
    const drawing = picture.drawing as Regions;
    const call = this.#call(drawing);
    if (!thin(call, [drawing.frames], MOST_FRAMES)) return;
    const scores = (at: torch.Tensor): torch.Tensor =>
      torch.no_grad(() => (typeof model === 'function' ? model(at) : model.forward(at)).float());
    const frame: Regions['frames'][number] = { call, right: 0, leads: [''] };
    drawing.frames.push(frame);
    const [x, y] = grid(drawing, GRID.columns, GRID.rows);
    this.#read(scores(torch.stack([x.reshape(-1), y.reshape(-1)], 1)), (values, classes) => {
      frame.leads = leadsOf(values, classes).map((leads) => encodeLeads(leads, spread(leads)));
    });
    this.#read(rightOnes(scores(points), labels), ([right]) => {
      frame.right = right;
    });
    this.#change(picture);
  };

  /**
   * Draws a matrix as an image, or a batch of them, [n, h, w], side by side: the larger a number the darker. Called
   * again under the same name it adds a frame, so that one can watch them change.
   */
  image = (name: string, tensor: torch.Tensor, labels: readonly unknown[] = []): void => {
    if (this.#output.silent) return;
    const batch = tensor.detach().reshape([-1, ...tensor.shape.slice(-2)]);
    const [count, rows, columns] = batch.shape;
    if (tensor.ndim < 2 || count > MOST_IMAGES || Math.max(rows, columns) > WIDEST_IMAGE) {
      throw new Error(
        `plot.image: up to ${MOST_IMAGES} matrices of up to ${WIDEST_IMAGE} × ${WIDEST_IMAGE}, not ${tensor.shape}`,
      );
    }
    const picture = this.#picture(`image ${name}`, () => ({
      ...{ kind: 'images', name: String(name), columns, rows },
      ...{ labels: labels.map(String), frames: [] },
    }));
    const drawing = picture.drawing as Images;
    const call = this.#call(drawing);
    if (!thin(call, [drawing.frames], MOST_FRAMES)) return;
    const frame: Images['frames'][number] = { call, low: 0, high: 0, images: [] };
    drawing.frames.push(frame);
    this.#read(batch.reshape(-1), (values) => {
      const low = values.reduce((least, value) => Math.min(least, value));
      const high = values.reduce((most, value) => Math.max(most, value));
      const greatest = Math.max(Math.abs(low), Math.abs(high));
      const size = rows * columns;
      const images = Array.from({ length: count }, (_, at) =>
        encodePixels(values.slice(at * size, (at + 1) * size), greatest),
      );
      Object.assign(frame, { low: rounded(low), high: rounded(high), images });
    });
    this.#change(picture);
  };

  /** What Python's pyplot has drawn, as plain data: each time a picture of its own. */
  chart = (drawing: unknown): void => {
    if (this.#output.silent) return;
    this.#change(this.#picture(`chart ${this.#pictures.size}`, () => drawing as Chart));
  };

  /** Sends all that waits, once what is read back from the GPU has arrived. */
  async flush(): Promise<void> {
    await Promise.all(this.#arriving);
    this.#sendChanged();
  }

  #picture(key: string, begin: () => Drawing): Picture {
    const { cell } = this.#output;
    const place = `${cell} ${key}`;
    const known = this.#pictures.get(place);
    if (known) return known;
    if (this.#pictures.size >= MOST_PICTURES) throw new Error(`plot: ${MOST_PICTURES} pictures are enough`);
    const picture = { cell, key, drawing: begin() };
    this.#pictures.set(place, picture);
    return picture;
  }

  #regions(points: torch.Tensor, labels: torch.Tensor): Regions {
    const drawing: Regions = { kind: 'regions', x: [0, 1], y: [0, 1], ...GRID, points: [], frames: [] };
    const place = points.detach();
    const [low, high] = [place.amin(0), place.amax(0)];
    const room = high.sub(low).mul(0.12);
    const corners = torch.cat([low.sub(room), high.add(room)]);
    if (!corners.is_cpu) throw new Error('plot.boundary: points and labels must be on the cpu');
    const [left, bottom, right, top] = numbersIn(corners).map(rounded);
    const flat = numbersIn(place).map(rounded);
    Object.assign(drawing, { x: [left, right], y: [bottom, top] });
    drawing.points = numbersIn(labels).map((label, k) => ({ x: flat[2 * k], y: flat[2 * k + 1], label }));
    return drawing;
  }

  /** Which call for `owner` this is, from 1. */
  #call(owner: object): number {
    const call = (this.#calls.get(owner) ?? 0) + 1;
    this.#calls.set(owner, call);
    return call;
  }

  #append(picture: Picture, ...additions: [list: number[], value: Scalar][]): void {
    for (const [list, value] of additions) {
      const at = list.push(Number.NaN) - 1;
      if (!(value instanceof torch.Tensor)) list[at] = Number(value);
      else {
        this.#read(value, ([number]) => {
          list[at] = +number.toPrecision(6);
        });
      }
    }
    this.#change(picture);
  }

  /** Hands over the elements of a tensor (and its last size): at once on the cpu, later from the GPU. */
  #read(tensor: torch.Tensor, use: (values: number[], last: number) => void): void {
    const plain = tensor.detach();
    const last = plain.ndim > 1 ? plain.size(-1) : 1;
    if (plain.is_cpu) use(numbersIn(plain), last);
    else this.#arriving.push(plain.cpu().then((arrived) => use(numbersIn(arrived), last)));
  }

  #change(picture: Picture): void {
    this.#changed.add(picture);
    if (performance.now() - this.#sentAt > WAIT_MS) this.#sendChanged();
  }

  #sendChanged(): void {
    this.#sentAt = performance.now();
    if (this.#changed.size > 0) this.#send([...this.#changed]);
    this.#changed.clear();
  }
}

function series<Series extends { name: string; x: number[]; y: number[] }>(
  all: Series[],
  name: string,
): Series {
  const known = all.find((each) => each.name === name);
  if (known) return known;
  if (all.length >= MOST_SERIES) throw new Error(`plot: ${MOST_SERIES} lines in one picture are enough`);
  const begun = { name: String(name), x: [] as number[], y: [] as number[] } as Series;
  all.push(begun);
  return begun;
}

/**
 * Whether call number `call` is to be kept, so that lists never grow beyond `most`: once they are full every other
 * entry goes, and from then on only every second (fourth, eighth …) is taken.
 */
function thin(call: number, lists: unknown[][], most: number): boolean {
  const stride = 2 ** Math.max(0, Math.ceil(Math.log2(call / most)));
  const before = 2 ** Math.max(0, Math.ceil(Math.log2((call - 1) / most)));
  if (stride !== before)
    for (const list of lists) list.splice(0, list.length, ...list.filter((_, k) => k % 2 === 0));
  return (call - 1) % stride === 0;
}

/** The x and y of every place of a grid, from the lower left corner, along x first. */
function grid({ x, y }: Bounds, columns: number, rows: number): [torch.Tensor, torch.Tensor] {
  const along = spaced(x, columns);
  const up = spaced(y, rows);
  return [along.index(null).expand(rows, columns), up.index(':', null).expand(rows, columns)];
}

function spaced([from, to]: readonly [number, number], count: number): torch.Tensor {
  return torch
    .arange(count)
    .mul((to - from) / (count - 1))
    .add(from);
}

/** The elements in row-major order. The tensor must be on the cpu. */
function numbersIn(tensor: torch.Tensor): number[] {
  return Array.from(tensor.detach().contiguous().toTypedArray() as ArrayLike<unknown>, Number);
}

/** Short enough to travel, and finer than a picture can show. */
function rounded(value: number): number {
  return +value.toPrecision(4);
}

/** For each class, by how much its score leads the best of the others; for two, that of the second alone. */
function leadsOf(scores: readonly number[], classes: number): Float64Array[] {
  const places = scores.length / classes;
  if (classes === 1) return [Float64Array.from({ length: places }, (_, k) => scores[k])];
  const lead = (own: number) =>
    Float64Array.from({ length: places }, (_, k) => {
      let best = -Infinity;
      for (let other = 0; other < classes; other++) {
        if (other !== own) best = Math.max(best, scores[k * classes + other]);
      }
      return scores[k * classes + own] - best;
    });
  return classes === 2 ? [lead(1)] : Array.from({ length: classes }, (_, own) => lead(own));
}

/** How far leads are told apart: finely near zero, where the edge is. */
function spread(leads: Float64Array): number {
  const sizes = leads.map(Math.abs).sort();
  return sizes[sizes.length >> 1] || 1;
}

function rightOnes(scores: torch.Tensor, labels: torch.Tensor): torch.Tensor {
  const isOne = scores.ndim === 1 || scores.size(1) === 1;
  const seen = isOne ? scores.reshape(-1).gt(0).long() : scores.argmax(1);
  return seen.eq(labels.reshape(-1).long()).sum();
}
