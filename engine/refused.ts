/** Names of PyTorch's that stand for what there is none of here: they say so where they are used. */

function refused(name: string, what: string): (...args: readonly unknown[]) => never {
  return () => {
    throw new TypeError(`torch.${name}: ${what} are not supported here`);
  };
}

const numbers = 'complex numbers';
const sparse = 'sparse tensors';
const quantized = 'quantized tensors';

export const complex = refused('complex', numbers);
export const polar = refused('polar', numbers);
export const view_as_complex = refused('view_as_complex', numbers);
export const view_as_real = refused('view_as_real', numbers);
export const imag = refused('imag', numbers);
export const stft = refused('stft', numbers);
export const istft = refused('istft', numbers);
export const sparse_coo_tensor = refused('sparse_coo_tensor', sparse);
export const sparse_csr_tensor = refused('sparse_csr_tensor', sparse);
export const sparse_csc_tensor = refused('sparse_csc_tensor', sparse);
export const sparse_compressed_tensor = refused('sparse_compressed_tensor', sparse);
export const quantize_per_tensor = refused('quantize_per_tensor', quantized);
export const quantize_per_channel = refused('quantize_per_channel', quantized);

/** The Fourier transforms, whose results are complex numbers. */
export const fft = Object.fromEntries(
  ['fft', 'ifft', 'rfft', 'irfft', 'fft2', 'ifft2', 'fftn', 'ifftn', 'rfft2', 'irfft2', 'hfft', 'ihfft'].map(
    (name) => [name, refused(`fft.${name}`, numbers)],
  ),
);

/** Stands for a type of elements that there are no tensors of here: whatever asks for a dtype refuses it by its name. */
class AbsentType {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
    // What messages give as the type of a value.
    Object.defineProperty(this, 'constructor', {
      value: { name: `torch.${name}, which is not supported here` },
    });
  }

  toString(): string {
    return `torch.${this.name}`;
  }
}

const absent = (name: string): never => new AbsentType(name) as never;

export const bfloat16 = absent('bfloat16');
export const uint16 = absent('uint16');
export const uint32 = absent('uint32');
export const uint64 = absent('uint64');
export const complex64 = absent('complex64');
export const complex128 = absent('complex128');
export const cfloat = absent('complex64');
export const cdouble = absent('complex128');
