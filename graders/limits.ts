/** Characters of an error's message beyond which nobody reads. */
export const longestMessage = 10_000;
/** Elements of a returned tensor, and entries of a returned array, beyond which nobody looks: no exercise comes near. */
export const largestTensor = 4_000_000;
export const longestList = 10_000;
export const deepestList = 16;
