/** What learners have typed, kept in their own browser at every keystroke, and the same in every tab. */
import { createStore, get, update } from 'idb-keyval';

export interface Draft {
  code: string;
  /** The code that the draft began from: when the course has changed since, the learner is told. Null: not known. */
  base: string | null;
}

const store = createStore('handgrad', 'drafts');
const tabs = new BroadcastChannel('handgrad-drafts');

interface Change {
  page: string;
  id: string;
  draft: Draft | null;
}

/** All drafts of one page, by the id of the cell or exercise. */
export async function loadDrafts(page: string): Promise<Record<string, Draft>> {
  return (await get<Record<string, Draft>>(page, store).catch(() => undefined)) ?? {};
}

/** Null forgets the draft. */
export async function saveDraft(page: string, id: string, draft: Draft | null): Promise<void> {
  tabs.postMessage({ page, id, draft } satisfies Change);
  await update<Record<string, Draft>>(
    page,
    (drafts = {}) => {
      const { [id]: _, ...others } = drafts;
      return draft ? { ...others, [id]: draft } : others;
    },
    store,
  );
}

/** Calls `adopt` when the draft is changed in another tab. */
export function followDraft(page: string, id: string, adopt: (draft: Draft | null) => void): void {
  tabs.addEventListener('message', ({ data }: MessageEvent<Change>) => {
    if (data.page === page && data.id === id) adopt(data.draft);
  });
}
