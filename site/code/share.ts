/** Code in a link: compressed into the address's hash, which no server sees. What comes in is checked, and is only text. */

import type { Language } from '../../graders/both.ts';

/** Characters of the hash's payload, and of the code in it, beyond which nothing is read. */
const LONGEST_LINK = 12_000;
export const LONGEST_CODE = 50_000;

/** Code, and the language it is written in. */
export interface SharedCode {
  code: string;
  language: Language;
}

const MARK = '#code=1.';
/** Follows MARK in links that carry Python: no payload has a dot. */
const PYTHON = 'py.';

/** @throws Error where the code is too long to travel in a link. */
export async function shareHash(code: string, language: Language = 'ts'): Promise<string> {
  if (code.length > LONGEST_CODE) throw new Error('This code is too long for a link.');
  const packed = new Blob([code]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const payload = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
  if (payload.length > LONGEST_LINK) throw new Error('This code is too long for a link.');
  return MARK + (language === 'py' ? PYTHON : '') + payload;
}

export function isShared(hash: string): boolean {
  return hash.startsWith('#code=');
}

/** @throws Error, in words for who followed the link, where it is damaged, too long, or of a newer version. */
export async function sharedCode(hash: string): Promise<SharedCode> {
  if (!hash.startsWith(MARK)) throw new Error('This link was made by a newer version of the site.');
  const language = hash.startsWith(MARK + PYTHON) ? 'py' : 'ts';
  const payload = hash.slice(MARK.length + (language === 'py' ? PYTHON.length : 0));
  if (payload.length > LONGEST_LINK) throw new Error('The code in this link is too long.');
  if (!/^[\w-]+$/.test(payload)) throw new Error('This link is damaged: a part of it is missing.');
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    );
    return { code: await inflate(bytes), language };
  } catch (error) {
    if (error instanceof RangeError) throw new Error('The code in this link is too long.');
    throw new Error('This link is damaged: a part of it is missing.');
  }
}

/** Reads no further than the longest code, whatever the bytes would grow to. */
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > LONGEST_CODE) {
      await reader.cancel();
      throw new RangeError('too long');
    }
  }
}
