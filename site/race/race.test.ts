import { describe, expect, it } from 'vitest';
import { raceHtml, verdict } from './picture.ts';
import { contests, raceProgram, readLap } from './programs.ts';

const [product] = contests;

describe('the race', () => {
  it.each(contests)('times $id on the engine, size by size', async (contest) => {
    const printed: string[] = [];
    const program = raceProgram({ ...contest, sizes: contest.sizes.slice(0, 2) }, 'cpu')
      .replaceAll('handgrad:engine', new URL('../../engine/index.ts', import.meta.url).href)
      .replaceAll('console.log', 'globalThis.$lap');
    Object.assign(globalThis, { $lap: (text: string) => printed.push(text) });
    const { cells } = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(program)}`);
    await cells[0].run();
    const laps = printed.map(readLap);
    expect(laps.map((lap) => lap?.size)).toEqual(contest.sizes.slice(0, 2));
    for (const lap of laps) expect(lap!.ms).toBeGreaterThan(0);
  });

  it('reads laps, and nothing else', () => {
    expect(readLap('{"size":32,"ms":1.5}')).toEqual({ size: 32, ms: 1.5 });
    for (const text of ['', 'hello', '{}', '{"size":"<b>","ms":1}', '[1]']) expect(readLap(text)).toBeNull();
  });

  it('says who won, where, and by how much', () => {
    const laps = {
      cpu: [
        { size: 32, ms: 1 },
        { size: 512, ms: 300 },
      ],
      webgpu: [
        { size: 32, ms: 2 },
        { size: 512, ms: 10 },
      ],
    };
    expect(verdict(product, laps)).toBe(
      'At 512 × 512 webgpu was 30 times as fast as the cpu. At 1 of 2 sizes the cpu was faster.',
    );
    expect(raceHtml(product, laps)).toContain('cpu, 2.0 times');
    expect(verdict(product, { cpu: laps.webgpu, webgpu: laps.cpu.slice(1) })).toContain(
      'faster at every size',
    );
    expect(verdict(product, { cpu: laps.cpu, webgpu: [] })).toBe('');
  });
});
