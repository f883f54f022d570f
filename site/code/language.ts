/** What code here is written in. */
export type Language = 'ts' | 'py';
