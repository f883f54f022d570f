/**
 * Pictures as plain data: what code in the sandbox draws with `plot`, what the page makes HTML of (draw.ts), and
 * what is kept of a lesson's pictures when the site is built.
 */

/** Lines over steps, such as a loss while a model trains. */
export interface Curves {
  kind: 'curves';
  curves: { name: string; x: number[]; y: number[] }[];
}

/** The autograd graph of a tensor. Its nodes stand in the order in which the code computed them. */
export interface Graph {
  kind: 'graph';
  nodes: GraphNode[];
  /** From an operation to the node that one of its inputs came from: the way of the gradient, and what is sent along it. */
  edges: { from: number; to: number; share: string | null }[];
  /** Nodes in the order in which backward() reaches them; empty where the graph has been walked already. */
  walk: number[];
  /** Where everything stands: layout.ts says so. */
  layout?: GraphLayout;
}

export interface GraphNode {
  /** PyTorch's name: `MulBackward0`, or `AccumulateGrad` for a leaf. */
  operation: string;
  /** The learner's name for the tensor; null where none was given. */
  name: string | null;
  /** The tensor's value where it has a name and is small, else its shape. */
  value: string;
  /** The gradient that reaches it. */
  grad: string | null;
}

export interface GraphLayout {
  width: number;
  height: number;
  /** The middles of the nodes. */
  nodes: { x: number; y: number; width: number; height: number }[];
  edges: { x: number; y: number }[][];
}

/** Numbers over a rectangle: `values` go along x first, from the lower left corner. */
export interface Field {
  columns: number;
  rows: number;
  values: number[];
}

export interface Bounds {
  x: [number, number];
  y: [number, number];
}

/** The level lines of a function of two numbers, and ways that optimisers took over it. */
export interface Landscape extends Bounds, Field {
  kind: 'landscape';
  paths: { name: string; x: number[]; y: number[] }[];
}

/** Which class a model sees where, and the points it learns from. */
export interface Regions extends Bounds {
  kind: 'regions';
  columns: number;
  rows: number;
  points: { x: number; y: number; label: number }[];
  /** The model after each of some steps. */
  frames: {
    /** The how-manieth call this frame was, from 1. */
    call: number;
    /** How many of the points lie on the right side. */
    right: number;
    /** For each class (one field for two classes), by how much it leads, a character a place: see regions.ts. */
    leads: string[];
  }[];
}

/** Matrices as images of one size, side by side. */
export interface Images {
  kind: 'images';
  name: string;
  columns: number;
  rows: number;
  /** What stands below each image, if anything. */
  labels: string[];
  /** The images after each of some calls: a character a pixel, see images.ts. */
  frames: { call: number; low: number; high: number; images: string[] }[];
}

/** The steps of an all-reduce among so many ranks. */
export interface Ring {
  kind: 'ring';
  ranks: number;
}

/** What matplotlib's pyplot draws over one pair of axes. */
export interface Chart {
  kind: 'chart';
  marks: ChartMark[];
  title?: string;
  xlabel?: string;
  ylabel?: string;
  legend?: boolean;
  axis?: 'off';
  xlim?: [number, number];
  ylim?: [number, number];
  xscale?: 'log';
  yscale?: 'log';
}

interface Series {
  x: number[];
  y: number[];
  label?: string | null;
}

export type ChartMark =
  | ({ kind: 'line' } & Series)
  /** `groups`: which of several colours each point has. */
  | ({ kind: 'points'; groups?: number[] | null } & Series)
  | ({ kind: 'bars'; widths: number[] } & Series)
  /** A straight line through the whole picture. */
  | { kind: 'level'; along: 'x' | 'y'; at: number; label?: string | null }
  /** Level lines of a function of two numbers. */
  | ({ kind: 'field'; levels: number[]; label?: string | null } & Field & Bounds)
  | { kind: 'image'; columns: number; rows: number; values: number[]; label?: string | null };

export type Drawing = Chart | Curves | Graph | Images | Landscape | Regions | Ring;

/** A drawing in its place: the page shows the latest of each `cell` and `key`. */
export interface Picture {
  cell: number;
  key: string;
  drawing: Drawing;
}

/** A drawing as it looks at one step. */
export interface Drawn {
  svg: string;
  /** What the picture shows, for who cannot see it. */
  words: string;
}

/** How one kind of drawing is made into SVG: the same when the site is built and in the page. */
export interface Painter<Kind extends Drawing> {
  /** How many steps it can be shown at: 0 to steps - 1. */
  steps(drawing: Kind): number;
  paint(drawing: Kind, step: number): Drawn;
}
