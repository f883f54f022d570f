import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isShared, LONGEST_CODE, sharedCode, shareHash } from './share.ts';

test('any code comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (code) => {
      for (const language of ['ts', 'py'] as const) {
        const hash = await shareHash(code, language);
        expect(isShared(hash)).toBe(true);
        expect(await sharedCode(hash)).toEqual({ code, language });
      }
    }),
    { numRuns: 40 },
  );
});

test('the hash is made of characters that survive anywhere', async () => {
  expect(await shareHash('∇ = "🔥"; // ¿?')).toMatch(/^#code=1\.[\w-]+$/);
});

const packed = (bytes: Buffer): string => `#code=1.${bytes.toString('base64url')}`;

test.each([
  ['a bomb', packed(deflateRawSync(Buffer.alloc(50_000_000))).slice(0, 12_000), /too long|damaged/],
  ['a small bomb', packed(deflateRawSync(Buffer.alloc(5_000_000, 'x'))), 'too long'],
  ['a link without end', `#code=1.${'A'.repeat(20_000)}`, 'too long'],
  [
    'half a link',
    packed(deflateRawSync(Buffer.from('const a = torch.ones(3);'.repeat(9)))).slice(0, 20),
    'damaged',
  ],
  ['no base64', '#code=1.!!!', 'damaged'],
  ['nothing', '#code=1.', 'damaged'],
  ['no text', packed(deflateRawSync(Buffer.from([0xff, 0xfe, 0x80]))), 'damaged'],
  ['a later version', '#code=2.AAAA', 'newer version'],
])('%s is refused', async (_name, hash, words) => {
  await expect(sharedCode(hash)).rejects.toThrow(words);
});

test('code too long for a link is not shared', async () => {
  await expect(shareHash('x'.repeat(LONGEST_CODE + 1))).rejects.toThrow('too long');
});
