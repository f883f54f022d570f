/** Names of PyTorch's that stand for kinds of tensors that there are none of here: they say so. */

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
