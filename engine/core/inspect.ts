/** How Node's console shows a value: by a method of this name. Ours show PyTorch's text, as Python's prompt does. */
export const inspect = Symbol.for('nodejs.util.inspect.custom');
