/**
 * Reading a buffer at once, without waiting for a promise: its bytes are copied to a canvas as the colours of pixels,
 * and the colours are asked for. Two canvases share the work: an opaque one keeps red, green and blue as they are, the
 * other one's alpha is as it was.
 */

import { RuntimeError } from '../../core/errors.ts';

const width = 256;
const rowBytes = width * 4;
/** Rows of one picture: 1 MB. Larger buffers take several. */
const mostRows = 1024;

/** Bytes that a buffer must have for `bytes` of it to be read. */
export function pictureBytes(bytes: number): number {
  return Math.ceil(bytes / rowBytes) * rowBytes;
}

interface Picture {
  canvas: OffscreenCanvas;
  context: GPUCanvasContext;
}

export class CanvasReader {
  readonly #device: GPUDevice;
  readonly #pictures: readonly Picture[];
  readonly #flat: OffscreenCanvasRenderingContext2D;

  /** @throws RuntimeError where there are no canvases, or where they do not give back the colours that they were given */
  constructor(device: GPUDevice) {
    if (typeof OffscreenCanvas === 'undefined') {
      throw new RuntimeError(
        'webgpu: nothing can be read at once here, without a canvas: await t.cpu() instead',
      );
    }
    this.#device = device;
    this.#pictures = (['opaque', 'premultiplied'] as const).map((alphaMode) => {
      const canvas = new OffscreenCanvas(width, mostRows);
      const context = canvas.getContext('webgpu') as GPUCanvasContext;
      const usage = 0x0002; // COPY_DST
      context.configure({ device, format: 'rgba8unorm', usage, alphaMode });
      return { canvas, context };
    });
    const flat = new OffscreenCanvas(width, mostRows);
    this.#flat = flat.getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
    this.#checkFaithful();
  }

  /** Some browsers blur what is read from a canvas, so that nobody is recognised by it: such numbers would be wrong. */
  #checkFaithful(): void {
    const pattern = Uint8Array.from({ length: rowBytes }, (_, at) => (at * 37) & 0xff);
    const buffer = this.#device.createBuffer({ size: rowBytes, usage: 0x0004 | 0x0008 }); // COPY_SRC | COPY_DST
    this.#device.queue.writeBuffer(buffer, 0, pattern);
    const seen = this.read(buffer, rowBytes);
    buffer.destroy();
    if (pattern.some((byte, at) => byte !== seen[at])) {
      throw new RuntimeError(
        "webgpu: this browser alters what is read from a canvas, so nothing can be read at once: use device='cpu'",
      );
    }
  }

  /** The first bytes of a buffer, which must be as long as `pictureBytes` says. */
  read(buffer: GPUBuffer, bytes: number): Uint8Array<ArrayBuffer> {
    const result = new Uint8Array(pictureBytes(bytes));
    for (let at = 0; at < bytes; at += mostRows * rowBytes) {
      const rows = Math.min(mostRows, Math.ceil((bytes - at) / rowBytes));
      const part = result.subarray(at, at + rows * rowBytes);
      for (const [k, picture] of this.#pictures.entries())
        this.#readRows(picture, buffer, at, rows, part, k === 1);
    }
    return result.subarray(0, bytes);
  }

  #readRows(
    { canvas, context }: Picture,
    buffer: GPUBuffer,
    at: number,
    rows: number,
    into: Uint8Array,
    alpha: boolean,
  ) {
    if (canvas.height !== rows) canvas.height = rows;
    const encoder = this.#device.createCommandEncoder();
    encoder.copyBufferToTexture(
      { buffer, offset: at, bytesPerRow: rowBytes },
      { texture: context.getCurrentTexture() },
      { width, height: rows },
    );
    this.#device.queue.submit([encoder.finish()]);
    this.#flat.clearRect(0, 0, width, rows);
    this.#flat.drawImage(canvas, 0, 0);
    const { data } = this.#flat.getImageData(0, 0, width, rows);
    if (!alpha) into.set(data);
    else for (let byte = 3; byte < into.length; byte += 4) into[byte] = data[byte];
  }
}
