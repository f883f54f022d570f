/** NumPy's own files, round trips of anything, npyjs as a second reader, and files that are wrong. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'npyjs';
import { describe, expect, test } from 'vitest';
import * as torch from '../index.ts';
import { readNpy, writeNpy } from './npy.ts';
import { readZip, writeZip } from './zip.ts';

const expected = new URL('expected/', import.meta.url);
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, expected)));

interface Recorded {
  readonly dtype: string;
  readonly shape: number[];
  readonly fortran: boolean;
  readonly values: string[];
}

const recorded: Record<string, Recorded> = JSON.parse(readFileSync(new URL('arrays.json', expected), 'utf8'));
const contents = { 'stored.npz': bytesOf('stored.npz'), 'deflated.npz': bytesOf('deflated.npz') };

/** Python's float.hex(): `-0x1.999ap-4`. */
function fromHex(text: string): number {
  const [, sign, whole, fraction, exponent] = /^(-?)0x([01])\.([0-9a-f]*)p([+-]\d+)$/.exec(text) ?? [];
  if (whole === undefined) return Number(text);
  const digits = Number.parseInt(whole + fraction, 16) / 16 ** fraction.length;
  // In two steps: 2 ** -1074 alone would still do, smaller powers would not.
  const half = Math.trunc(Number(exponent) / 2);
  const value = digits * 2 ** half * 2 ** (Number(exponent) - half);
  return sign ? -value : value;
}

function elementOf(text: string, dtype: string): unknown {
  if (dtype === 'bool') return text === 'true';
  if (dtype === 'int64') return Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text);
  return fromHex(text);
}

describe.each(Object.entries(contents))("NumPy's %s", (_name, bytes) => {
  test.each(Object.entries(recorded))('%s', async (key, { dtype, shape, fortran, values }) => {
    const loaded = (await torch.load(bytes)) as Record<string, torch.Tensor>;
    const array = loaded[key].numpy();
    expect(array.dtype.name).toBe(dtype);
    expect([...array.shape]).toEqual(shape);
    expect([...array.elements()]).toEqual(values.map((text) => elementOf(text, dtype)));
    expect(loaded[key].is_contiguous()).toBe(!fortran);
  });

  test('has those and no others', async () => {
    expect(Object.keys(await torch.load(bytes))).toEqual(Object.keys(recorded));
  });
});

test.each(Object.keys(recorded).filter((key) => !/fortran|big|deep|long/.test(key)))(
  'npyjs reads %s as we do',
  async (key) => {
    const bytes = (await readZip(contents['stored.npz'].slice(), 'stored.npz')).get(
      `${key}.npy`,
    ) as Uint8Array<ArrayBuffer>;
    const own = readNpy(bytes);
    const theirs = parse(bytes.buffer, { convertFloat16: false });
    expect(theirs.shape).toEqual([...own.shape]);
    const data = own.dtype === torch.float16 ? new Uint16Array(own.data.buffer) : own.data;
    expect(Array.from(theirs.data as unknown as ArrayLike<unknown>, Number)).toEqual(
      Array.from(data as ArrayLike<unknown>, Number),
    );
  },
);

const dtypes = [
  torch.bool,
  torch.uint8,
  torch.int8,
  torch.int16,
  torch.int32,
  torch.int64,
  torch.float16,
  torch.float32,
  torch.float64,
];

/** Any tensor: of any dtype and shape, transposed, cut or expanded. */
const anyTensor = fc
  .record({
    dtype: fc.constantFrom(...dtypes),
    shape: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 }),
    seed: fc.integer({ min: 0, max: 1000 }),
    turn: fc.boolean(),
    cut: fc.boolean(),
    expand: fc.boolean(),
  })
  .map(({ dtype, shape, seed, turn, cut, expand }) => {
    torch.manual_seed(seed);
    let tensor = torch.randint(0, 100, shape).to(dtype);
    if (turn && shape.length > 1) tensor = tensor.transpose(0, -1);
    if (cut && tensor.ndim > 0 && tensor.size(0) > 1) tensor = tensor.narrow(0, 1, tensor.size(0) - 1);
    if (expand) tensor = tensor.unsqueeze(0).expand([2, ...tensor.shape]);
    return tensor;
  });

function expectSame(got: torch.Tensor, wanted: torch.Tensor): void {
  expect(got.dtype).toBe(wanted.dtype);
  expect([...got.shape]).toEqual([...wanted.shape]);
  expect(got.toTypedArray()).toEqual(wanted.toTypedArray());
}

test('any tensor comes back', async () => {
  await fc.assert(
    fc.asyncProperty(anyTensor, async (tensor) => {
      expectSame((await torch.load(await torch.save(tensor))) as torch.Tensor, tensor);
    }),
  );
});

test('any state comes back, compressed or not', async () => {
  const names = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(names, anyTensor, { maxKeys: 4, noNullPrototype: true }),
      fc.boolean(),
      async (state, compress) => {
        const back = (await torch.load(await torch.save(state, null, { compress }))) as Record<
          string,
          torch.Tensor
        >;
        expect(new Set(Object.keys(back))).toEqual(new Set(Object.keys(state)));
        for (const [name, tensor] of Object.entries(state)) expectSame(back[name], tensor);
      },
    ),
    { numRuns: 50 },
  );
});

test("a model's state, by way of a file", async () => {
  const folder = mkdtempSync(join(tmpdir(), 'handgrad-io-'));
  try {
    const [saved, fresh] = [new torch.nn.Linear(3, 2), new torch.nn.Linear(3, 2)];
    await torch.save(saved.state_dict() as Record<string, torch.Tensor>, join(folder, 'linear.npz'));
    fresh.load_state_dict((await torch.load(join(folder, 'linear.npz'))) as Record<string, torch.Tensor>);
    expectSame(fresh.weight.detach(), saved.weight.detach());
    expect(fresh.weight.requires_grad).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('numbers, arrays, blobs and buffers', async () => {
  const bytes = await torch.save({
    epoch: 3,
    rate: 0.5,
    done: true,
    array: new torch.NdArray(new Int16Array([1, 2])),
  });
  for (const source of [bytes, bytes.buffer, new Blob([bytes])]) {
    const loaded = (await torch.load(source)) as Record<string, torch.Tensor>;
    expect(Object.entries(loaded).map(([name, value]) => `${name} ${value}`)).toEqual([
      'epoch tensor(3)',
      'rate tensor(0.5000)',
      'done tensor(True)',
      'array tensor([1, 2], dtype=torch.int16)',
    ]);
  }
});

test('what cannot be saved or loaded is named', async () => {
  await expect(torch.save({ state: { step: torch.ones(1) } } as never)).rejects.toThrow(
    "'state' is an object of type Object",
  );
  await expect(torch.save([torch.ones(1)] as never)).rejects.toThrow('not an object of type Array');
  await expect(torch.save(null as never)).rejects.toThrow('not null');
  await expect(torch.load(5 as never)).rejects.toThrow('not 5');
});

describe('a wrong .npy file', () => {
  const good = writeNpy(new torch.NdArray(new Float32Array([1, 2, 3, 4, 5, 6]), [2, 3]));
  /** A file with another header, of the same length where it can be. */
  const withHeader = (from: string, to: string): Uint8Array => {
    const header = String.fromCharCode(...good.subarray(10, 128)).replace(from, to);
    const bytes = new Uint8Array(10 + header.length + 24);
    bytes.set(good.subarray(0, 10));
    new DataView(bytes.buffer).setUint16(8, header.length, true);
    bytes.set(
      Uint8Array.from(header, (char) => char.charCodeAt(0)),
      10,
    );
    bytes.set(good.subarray(128), 10 + header.length);
    return bytes;
  };
  const changed = (at: number, ...values: number[]): Uint8Array => {
    const bytes = good.slice();
    bytes.set(values, at);
    return bytes;
  };

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), '0 bytes are no .npy file'],
    ['another format', changed(0, 0x89, 0x50), 'it starts with the bytes 89 50'],
    ['a later version', changed(6, 9), 'version 9.0 of the format is not known'],
    ['a header cut short', good.slice(0, 60), '118 bytes long, but 50 follow: the file is cut short'],
    [
      'a header that goes on for ever',
      changed(6, 2, 0, 0xff, 0xff, 0xff, 0x7f),
      '2147483647 bytes long; more than 10000 are not read',
    ],
    [
      'elements cut short',
      good.slice(0, -4),
      'shape (2, 3) of float32, which is 24 bytes, but 20 follow it: the file is cut short',
    ],
    [
      'elements left over',
      Uint8Array.from([...good, 0]),
      'which is 24 bytes, but 25 follow it: the header or the file is wrong',
    ],
    ['a larger shape', withHeader('(2, 3)', '(20, 30)'), 'which is 2400 bytes, but 24 follow it'],
    [
      'a shape past all memory',
      withHeader('(2, 3)', '(3037000500, 3037000500)'),
      'a shape larger than any memory',
    ],
    ['a negative shape', withHeader('(2, 3)', '(-2, -3)'), "no 'shape' that can be read"],
    ['no shape', withHeader("'shape'", "'shade'"), "no 'shape' that can be read"],
    ['a strange order', withHeader('False', 'Maybe'), "no 'fortran_order' that can be read"],
    ['no dictionary', withHeader('{', '['), 'no dictionary'],
    ['complex numbers', withHeader('<f4', '<c8'), "of type '<c8', which no tensor has"],
    ['unsigned numbers', withHeader('<f4', '<u4'), 'convert it with astype first'],
    ['Python objects', withHeader('<f4', '|O'), "of type '|O'"],
    ['records', withHeader("'<f4'", "[('x', '<f4')]"), 'records of several fields'],
  ])('%s', (_what, bytes, message) => {
    expect(() => readNpy(bytes, 'x.npy')).toThrow(message);
    expect(() => readNpy(bytes, 'x.npy')).toThrow('x.npy: ');
  });

  test('cut anywhere', () => {
    for (let length = 0; length < good.length; length++)
      expect(() => readNpy(good.slice(0, length))).toThrow();
  });
});

describe('a wrong .npz file', async () => {
  const entries = new Map([['w.npy', writeNpy(new torch.NdArray(new Float64Array(40).fill(1.5)))]]);
  const [stored, deflated] = [await writeZip(entries, false), await writeZip(entries, true)];
  /** A field of the directory's one entry, which starts after the local one. */
  const changed = (
    archive: Uint8Array<ArrayBuffer>,
    field: number,
    value: number,
  ): Uint8Array<ArrayBuffer> => {
    const bytes = archive.slice();
    const view = new DataView(bytes.buffer);
    view.setUint32(view.getUint32(bytes.length - 6, true) + field, value, true);
    return bytes;
  };

  test.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['no end', stored.slice(0, -1), 'the archive has no end'],
    ['only its end', stored.slice(-22), 'entry 0 of 1 is missing'],
    [
      'a damaged element',
      stored.with(150, 7) as Uint8Array<ArrayBuffer>,
      "entry 'w.npy': its check sum is wrong",
    ],
    ['a larger size', changed(deflated, 24, 9999), 'says that it has 9999 bytes, but it has only'],
    ['a smaller size', changed(deflated, 24, 9), 'says that it has 9 bytes, but it has more'],
    ['more bytes than there are', changed(stored, 20, 99_999), '99999 bytes should be there'],
    ['an entry elsewhere', changed(stored, 42, 5), "is not where the archive's directory says"],
    ['an unknown compression', changed(stored, 10, 12), 'compression method 12 is not known'],
    ['encryption', changed(stored, 8, 1), 'it is encrypted'],
  ])('%s', async (_what, bytes, message) => {
    await expect(readZip(bytes, 'x.npz')).rejects.toThrow(message);
    await expect(readZip(bytes, 'x.npz')).rejects.toThrow('x.npz');
  });

  test('damaged compression', async () => {
    const bytes = deflated.slice();
    bytes.fill(0xff, 37, 45);
    await expect(readZip(bytes, 'x.npz')).rejects.toThrow("entry 'w.npy'");
  });

  test('names the entry whose header lies', async () => {
    const lying = new Map([['a.npy', entries.get('w.npy')?.slice(0, -8) as Uint8Array<ArrayBuffer>]]);
    await expect(torch.load(await writeZip(lying, false))).rejects.toThrow(
      "entry 'a.npy': its header says shape (40)",
    );
  });
});
