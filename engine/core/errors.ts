/** PyTorch's exception classes that JavaScript has no counterpart for. A wrong type is JavaScript's own TypeError. */

/** A failed operation: shapes that do not fit, a refused backward, a limit of the device. */
export class RuntimeError extends Error {
  override name = 'RuntimeError';
}

/** An index outside of its dimension, or a dimension outside of the tensor. */
export class IndexError extends Error {
  override name = 'IndexError';
}

/** An argument of the right type whose value makes no sense. */
export class ValueError extends Error {
  override name = 'ValueError';
}

/** A name that does not exist, as Python's AttributeError. */
export class AttributeError extends Error {
  override name = 'AttributeError';
}

/** Something PyTorch has too, but not for this dtype, layout or device. */
export class NotImplementedError extends RuntimeError {
  override name = 'NotImplementedError';
}

/** A key that is not there, as Python's KeyError (state dicts, archives). */
export class KeyError extends Error {
  override name = 'KeyError';
}

/** A matrix that cannot be factored or inverted: torch.linalg.LinAlgError, under the name that PyTorch prints. */
export class LinAlgError extends RuntimeError {
  override name = '_LinAlgError';
}
