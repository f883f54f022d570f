import * as torch from 'torch';
import { describe, expect, it } from 'vitest';
import { Output } from '../runner/output.ts';
import { Plot } from '../runner/plot.ts';
import { paint, plotHtml, prepare, stepsOf } from './draw.ts';
import { areaAbove, isoline } from './isolines.ts';
import type { Chart, ChartMark, Curves, Drawing, Graph, Images, Landscape, Regions } from './types.ts';

async function drawn(draw: (plot: Plot) => void): Promise<Drawing[]> {
  const pictures = new Set<Drawing>();
  const plot = new Plot(new Output(() => {}), (sent) => {
    for (const { drawing } of sent) pictures.add(drawing);
  });
  draw(plot);
  await plot.flush();
  return [...pictures];
}

const floats = (data: number[] | number[][]): torch.Tensor => torch.tensor(data, { dtype: torch.float32 });

describe('isolines', () => {
  const place = { x: (at: number) => at, y: (at: number) => at };
  const field = { columns: 3, rows: 2, values: [0, 1, 2, 0, 1, 2] };

  it('cross a grid where the level lies between two of its numbers', () => {
    expect(isoline(field, 0.5, place)).toBe('M0.5 0L0.5 1');
  });

  it('bound the area above them', () => {
    expect(areaAbove(field, 0.5, place)).toBe('M0.5 0L1 0L1 1L0.5 1ZM1 0L2 0L2 1L1 1Z');
  });
});

describe('plot', () => {
  it('collects numbers and tensors into curves', async () => {
    const [curves] = (await drawn((plot) => {
      plot.line('loss', 3);
      plot.line('loss', torch.tensor(1.5));
      plot.line('rate', 10, 0.1);
    })) as Curves[];
    expect(curves.curves).toEqual([
      { name: 'loss', x: [0, 1], y: [3, 1.5] },
      { name: 'rate', x: [10], y: [0.1] },
    ]);
    expect(stepsOf(curves)).toBe(2);
    expect(paint(curves, 1).words).toBe('loss goes from 3 to 1.5. rate begins at 0.1.');
    expect(paint(curves, 0).words).toBe('At 0: loss 3, rate 0.1.');
  });

  it('thins curves that grow without end', async () => {
    const [{ curves }] = (await drawn((plot) => {
      for (let k = 0; k < 9000; k++) plot.line('x', k);
    })) as Curves[];
    expect(curves[0].x.length).toBeLessThanOrEqual(2000);
    expect(curves[0].x.slice(0, 3)).toEqual([0, 8, 16]);
    expect(curves[0].x.at(-1)).toBe(8992);
  });

  it('draws the graph that there is, with the gradients that backward() would send', async () => {
    const w = floats([1, 2]).requires_grad_();
    const y = w
      .mul(w)
      .mul(torch.tensor([3, 4]))
      .sum();
    const [graph] = (await drawn((plot) => plot.graph(y, { w, y }))) as Graph[];
    expect(w.grad).toBe(null);
    expect(graph.nodes).toEqual([
      { operation: 'AccumulateGrad', name: 'w', value: '[1., 2.]', grad: '[ 6., 16.]' },
      { operation: 'MulBackward0', name: null, value: 'shape 2', grad: '[3., 4.]' },
      { operation: 'MulBackward0', name: null, value: 'shape 2', grad: '[1., 1.]' },
      { operation: 'SumBackward0', name: 'y', value: '19.', grad: '1.' },
    ]);
    expect(graph.walk).toEqual([3, 2, 1, 0]);
    expect(graph.edges.map(({ share }) => share)).toEqual(['[3., 8.]', '[3., 8.]', '[3., 4.]', '[1., 1.]']);
    const laidOut = (await prepare(graph)) as Graph;
    expect(paint(laidOut, 7).words).toBe('Backward, 4 of 4: [ 6., 16.] is added to the grad of w.');
    expect(paint(laidOut, 4).words).toBe(
      'Backward, 1 of 4: y receives 1. and sends [1., 1.] to MulBackward0.',
    );
    expect(paint(laidOut, 3).words).toBe('Forward: SumBackward0 makes y = 19. from MulBackward0.');
  });

  it('draws a graph that has been walked without its gradients: what they are computed from is gone', async () => {
    const w = floats([2]).requires_grad_();
    const y = w.mul(w).exp();
    y.backward(torch.ones(1));
    const [graph] = (await drawn((plot) => plot.graph(y, { w }))) as Graph[];
    expect(graph.walk).toEqual([]);
    expect(graph.nodes.map(({ grad }) => grad)).toEqual([null, null, null]);
  });

  it('draws ways over level lines, and refuses a way without them', async () => {
    const [landscape] = (await drawn((plot) => {
      plot.contour((x, y) => x.mul(x).add(y), { x: [-2, 2], y: [0, 1] });
      plot.path('SGD', 1, torch.tensor(0.5));
    })) as Landscape[];
    expect(landscape.values.slice(0, 2)).toEqual([4, 3.61]);
    expect(landscape.values.at(-1)).toBe(5);
    expect(landscape.paths).toEqual([{ name: 'SGD', x: [1], y: [0.5] }]);
    await expect(drawn((plot) => plot.path('SGD', 1, 1))).rejects.toThrow('draw the contour first');
  });

  it('keeps which class a model sees where, a frame a call', async () => {
    const points = floats([
      [0, 0],
      [1, 3],
      [2, 1],
    ]);
    const labels = torch.tensor([0, 1, 1]);
    const [regions] = (await drawn((plot) => {
      for (const edge of [5, 0.5]) plot.boundary((at) => at.index(':', 0).sub(edge), points, labels);
    })) as Regions[];
    expect(regions.frames.map(({ right }) => right)).toEqual([1, 3]);
    expect(regions.x).toEqual([-0.24, 2.24]);
    expect(paint(regions, 1).words).toBe('Picture 2: 3 of 3 points are on the right side.');
    const model = (at: torch.Tensor): torch.Tensor => torch.cat([at, at.index(':', '1:').mul(0).add(1.5)], 1);
    const [three] = (await drawn((plot) => plot.boundary(model, points, labels))) as Regions[];
    expect(three.frames[0]).toMatchObject({ right: 1, leads: { length: 3 } });
  });

  it('draws matrices as images, and each call under one name as a frame', async () => {
    const [images] = await drawn((plot) => {
      plot.image('kernels', torch.tensor([[[0, 1, -2]], [[2, 0, 0]]]), ['first', '<b>']);
      plot.image('kernels', torch.ones(2, 1, 3));
    });
    expect(stepsOf(images)).toBe(2);
    const { svg, words } = paint(images, 0);
    expect(words).toBe('kernels: 2 images of 1 × 3, after call 1, numbers from −2 to 2.');
    expect(svg.match(/class="plot-pixel "/g)).toHaveLength(2);
    expect(svg.match(/class="plot-pixel below"/g)).toHaveLength(1);
    expect(svg).toContain('&lt;b&gt;');
    await expect(drawn((plot) => plot.image('wide', torch.ones(2, 100)))).rejects.toThrow('up to 64 × 64');
    const [most] = (await drawn((plot) => plot.image('most', torch.ones(64, 64, 64)))) as Images[];
    expect(most.frames[0]).toMatchObject({ low: 1, high: 1, images: { length: 64 } });
  });

  it('lets nothing but text and numbers into the page', () => {
    const hostile = {
      kind: 'curves',
      curves: [{ name: '<img onerror=alert(1)>', x: ['"><script>'], y: [1] }],
    } as unknown as Curves;
    expect(plotHtml(hostile)).not.toMatch(/<img|<script/);
  });
});

describe('the ring', () => {
  const ring: Drawing = { kind: 'ring', ranks: 4 };

  it('has three steps of adding and three of handing round', () => {
    expect(stepsOf(ring)).toBe(7);
    expect(paint(ring, 1).words).toContain('rank 0 adds piece 2 from rank 3 and has 0 + 3');
    expect(paint(ring, 3).words).toContain('rank 2 adds piece 2 from rank 1 and has the sum of all');
    expect(paint(ring, 4).words).toContain('All-gather, step 1 of 3');
  });

  it('leaves each rank with one whole piece after the first half, and with all in the end', () => {
    const whole = (step: number) => paint(ring, step).svg.split('ring-piece whole').length - 1;
    expect([2, 3, 4, 6].map(whole)).toEqual([0, 4, 8, 16]);
  });
});

describe('a chart', () => {
  const line: ChartMark = { kind: 'line', x: [0, 1, 2], y: [1, 10, 100], label: 'grows' };

  it('says in words what it draws, and keeps its texts harmless', () => {
    const chart: Chart = {
      ...{ kind: 'chart', title: '<b>', xlabel: 'step', legend: true },
      marks: [line, { kind: 'bars', x: [0, 1], y: [3, 4], widths: [1, 1] }],
    };
    const { svg, words } = paint(chart, 0);
    expect(words).toBe('<b>. grows: a line of 3 points, from 1 to 100; 2 bars, the highest 4 (along: step).');
    expect(svg).toContain('&lt;b&gt;');
    expect(svg).not.toContain('<b>');
  });

  it('puts powers of ten at equal distances on a log scale', () => {
    const { svg } = paint({ kind: 'chart', yscale: 'log', marks: [line] }, 0);
    const heights = [
      ...(/<path class="plot-line[^>]* d="([^"]*)"/.exec(svg)?.[1] ?? '').matchAll(/ ([\d.]+)/g),
    ];
    const [low, middle, high] = heights.map(([, y]) => Number(y));
    expect(middle - high).toBeCloseTo(low - middle, 0);
  });

  it('shows the first row of an image at the top', () => {
    const image: ChartMark = { kind: 'image', columns: 1, rows: 2, values: [1, 0] };
    const tops = [
      ...paint({ kind: 'chart', marks: [image] }, 0).svg.matchAll(/opacity="([\d.]+)"[^>]* y="([\d.]+)"/g),
    ];
    expect(tops.map(([, opacity]) => opacity)).toEqual(['1.00', '0.00']);
    expect(Number(tops[0][2])).toBeLessThan(Number(tops[1][2]));
  });
});
