/** Small facts about the learner's way through the course, kept in their own browser and read without waiting. */
const PREFIX = 'handgrad:';

export function readStatus<Value>(key: string): Value | undefined {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined; // no storage, or not ours: as if nothing had been kept
  }
}

export function writeStatus(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Storage is full or refused: the course goes on without marks.
  }
}

export function forgetStatus(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {} // nothing was kept, then
}
