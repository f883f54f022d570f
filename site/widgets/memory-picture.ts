/** Names and the memory behind them: what shares one strip stands in front of it together. */
import { escapeHtml } from '../code/html.ts';
import type { Snapshot } from '../runner/snapshot.ts';

/** `[a, b]` as the names in it. */
export function namesIn(of: string): string[] {
  return of
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map((name) => name.trim());
}

/** `seen` has an entry for each name; null where it is neither tensor nor array. */
export function memoryHtml(names: string[], seen: (Snapshot | null)[]): string {
  const groups = new Map<number, { name: string; kind: Snapshot['kind'] }[]>();
  const storages = new Map<number, string[]>();
  seen.forEach((snapshot, at) => {
    if (!snapshot) return;
    const { memory, kind, storage } = snapshot;
    groups.set(memory, [...(groups.get(memory) ?? []), { name: names[at], kind }]);
    storages.set(memory, storage);
  });
  const items = [...groups].map(([memory, members]) => {
    const labels = members.map(
      ({ name, kind }) => `<li><code>${escapeHtml(name)}</code><span>${kind}</span></li>`,
    );
    const cells = storages.get(memory)!.map((value) => `<li>${escapeHtml(value)}</li>`);
    return `<li class="memory-group"><ul class="memory-names">${labels.join('')}</ul>
<ol class="memory-strip" aria-label="Their memory">${cells.join('')}</ol></li>`;
  });
  return `<ul class="memory-groups">${items.join('')}</ul><p class="memory-words" aria-live="polite">${words([...groups.values()])}</p>`;
}

function words(groups: { name: string }[][]): string {
  const shared = groups.filter((members) => members.length > 1);
  const places = groups.length === 1 ? 'one place' : `${groups.length} places`;
  const sharing = shared.map(
    (members) => `${members.map(({ name }) => escapeHtml(name)).join(' and ')} share one`,
  );
  return `These names stand for ${places} in memory. ${sharing.length > 0 ? `${sharing.join('; ')}: a write to either is seen in both.` : 'None is shared.'}`;
}
