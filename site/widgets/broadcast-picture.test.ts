import fc from 'fast-check';
import * as torch from 'torch';
import { describe, expect, it } from 'vitest';
import { align, broadcastHtml, parseShape, words } from './broadcast-picture.ts';

const shape = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 4 });

describe('the picture of broadcasting', () => {
  it('says of any two shapes what the engine does with them', () => {
    fc.assert(
      fc.property(shape, shape, (a, b) => {
        let outcome: string;
        try {
          const sizes = [...torch.zeros(a).add(torch.zeros(b)).shape];
          outcome = `The result has the shape (${sizes.join(', ')}${sizes.length === 1 ? ',' : ''}).`;
        } catch (error) {
          outcome = `RuntimeError: ${(error as Error).message}`;
        }
        expect(words(a, b)).toContain(outcome);
      }),
    );
  });

  it('aligns from the right', () => {
    expect(align([5, 1], [3])).toEqual([
      { a: 5, b: null, size: 5 },
      { a: 1, b: 3, size: 3 },
    ]);
  });

  it('draws what is repeated apart from what lies in memory', () => {
    const html = broadcastHtml([2, 1], [3]);
    const cells = [...html.matchAll(/<span( class="repeat")?>(\d+)<\/span>/g)].map(([, repeated, value]) =>
      repeated ? `~${value}` : value,
    );
    expect(cells.slice(0, 6)).toEqual(['1', '~1', '~1', '2', '~2', '~2']);
    expect(cells.slice(6, 12)).toEqual(['10', '20', '30', '~10', '~20', '~30']);
    expect(cells.slice(12)).toEqual(['11', '21', '31', '12', '22', '32']);
  });

  it('refuses what is no shape', () => {
    expect(parseShape('(3, 1)')).toEqual([3, 1]);
    expect(parseShape('')).toEqual([]);
    for (const text of ['x', '0', '-1', '2.5', '100', '1,1,1,1,1'])
      expect(() => parseShape(text)).toThrow('Write up to');
  });
});
