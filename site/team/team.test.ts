import { describe, expect, it } from 'vitest';
import { lossCurves, tableHtml, verdict } from './picture.ts';
import { PROGRAM, readReport, STEPS } from './program.ts';

const run = (loss: number, ms: number) => [
  { step: 0, loss: 2, ms: 0 },
  { step: 1, loss, ms },
];

describe('the team', () => {
  it('has a program that trains on the engine, here with a team of one', async () => {
    const engine = new URL('../../engine/index.ts', import.meta.url).href;
    const printed: string[] = [];
    Object.assign(globalThis, { $report: (text: string) => printed.push(text) });
    const program = PROGRAM.replaceAll('handgrad:engine', engine)
      .replaceAll('console.log', 'globalThis.$report')
      .replace('async function', 'dist.init_process_group({ rank: 0, world_size: 1 });\nasync function');
    const { cells } = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(program)}`);
    await cells[0].run();
    const reports = printed.map(readReport);
    expect(reports.map((report) => report?.step)).toEqual(Array.from({ length: STEPS }, (_, step) => step));
    expect(reports.at(-1)!.loss).toBeLessThan(0.6 * reports[0]!.loss);
  }, 30_000);

  it('reads reports, and nothing else', () => {
    expect(readReport('{"step":3,"loss":1.5,"ms":12}')).toEqual({ step: 3, loss: 1.5, ms: 12 });
    for (const text of ['', '{}', '{"step":1,"loss":"<b>","ms":1}']) expect(readReport(text)).toBeNull();
  });

  it('says how fast each team was, and how far its loss lies from that of one worker', () => {
    const runs = new Map([
      [1, run(1.5, 40)],
      [2, run(1.5, 25)],
      [4, run(1.502, 20)],
    ]);
    expect(verdict(runs)).toBe(
      'Here 2 workers were 1.60 times as fast as one, 4 workers were 2.00 times as fast as one. Their last losses differ from that of one worker by at most 0.002.',
    );
    expect(tableHtml(runs)).toContain('<td>× 1.60</td>');
    expect(lossCurves(runs).curves.map(({ name }) => name)).toEqual(['1 worker', '2 workers', '4 workers']);
    expect(verdict(new Map([[2, run(1, 1)]]))).toBe('');
  });
});
