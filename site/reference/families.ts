/** The chapters of the reference, in order, and the files of engine/ops/ whose operators each holds. */
export const FAMILIES: readonly { title: string; about: string; files: readonly string[] }[] = [
  { title: 'Making tensors', about: 'From data, filled, counted.', files: ['creation', 'ranges', 'tapers'] },
  { title: 'Random numbers', about: "PyTorch's own, from a seed.", files: ['random', 'multinomial'] },
  {
    title: 'Types, devices, copies',
    about: 'What a tensor is, and moving it.',
    files: ['copy', 'queries', 'memory'],
  },
  {
    title: 'Shapes and views',
    about: 'Other sizes on the same memory.',
    files: ['views', 'reshaping', 'diagonals', 'splitting'],
  },
  {
    title: 'Joining and arranging',
    about: 'Put together, split, repeated, turned around.',
    files: ['joining', 'arranging', 'grids', 'borders'],
  },
  {
    title: 'Indexing and choosing',
    about: 'Read and written by place, by mask, by condition.',
    files: ['indexing', 'selection', 'scatter', 'slices', 'into', 'masks', 'where', 'embedding'],
  },
  {
    title: 'Arithmetic',
    about: 'Element by element, with broadcasting.',
    files: ['arithmetic', 'rounding', 'bitwise'],
  },
  { title: 'Comparing', about: 'Element by element, or as a whole.', files: ['comparison', 'sets'] },
  {
    title: 'Functions of numbers',
    about: 'Exponentials, angles, special functions.',
    files: ['elementwise', 'special', 'special-more'],
  },
  {
    title: 'Sums and statistics',
    about: 'Many numbers made into one.',
    files: ['sums', 'statistics', 'extremes', 'scans', 'counting'],
  },
  { title: 'Order', about: 'Sorted, ranked, made unique.', files: ['order'] },
  { title: 'Products', about: 'Of matrices, of vectors, of any dimensions.', files: ['matmul', 'products'] },
  {
    title: 'Linear algebra',
    about: 'Norms, factorizations, equations.',
    files: ['norms', 'distances', 'linalg-solve', 'linalg-factor', 'linalg-norms', 'linalg-more'],
  },
  {
    title: 'Neural networks',
    about: 'Activations, convolutions, pooling, normalisation.',
    files: [
      'activations',
      'activations-random',
      'softmax',
      'convolution',
      'convolution-transposed',
      'patches',
      'pooling',
      'pooling-adaptive',
      'pooling-powers',
      'pooling-volumes',
      'unpooling',
      'normalization',
      'bilinear',
    ],
  },
  { title: 'Losses', about: 'How far off a prediction is.', files: ['losses', 'margins'] },
];
