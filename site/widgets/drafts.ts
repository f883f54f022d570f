/** What learners have typed, kept in their own browser at every keystroke, and the same in every tab. */
import { createStore, get, update } from 'idb-keyval';
import { forgetStatus, readStatus, writeStatus } from './status.ts';

export interface Draft {
  code: string;
  /** The code that the draft began from: when the course has changed since, the learner is told. Null: not known. */
  base: string | null;
}

const drafts = createStore('handgrad', 'drafts');
const tabs = new BroadcastChannel('handgrad-drafts');

interface Change {
  page: string;
  id: string;
  draft: Draft | null;
}

/** Where the last change waits until it is stored: a page that is left right after a keystroke has no time for that. */
const LAST = 'draft';

/** All drafts of one page, by the id of the cell or exercise. */
export async function loadDrafts(page: string): Promise<Record<string, Draft>> {
  const last = readStatus<Change>(LAST);
  if (last) await store(last).catch(() => {});
  return (await get<Record<string, Draft>>(page, drafts).catch(() => undefined)) ?? {};
}

/** Null forgets the draft. */
export async function saveDraft(page: string, id: string, draft: Draft | null): Promise<void> {
  const change: Change = { page, id, draft };
  writeStatus(LAST, change);
  tabs.postMessage(change);
  await store(change);
}

async function store({ page, id, draft }: Change): Promise<void> {
  await update<Record<string, Draft>>(
    page,
    (stored = {}) => {
      const { [id]: _, ...others } = stored;
      return draft ? { ...others, [id]: draft } : others;
    },
    drafts,
  );
  const { page: lastPage, id: lastId, draft: last } = readStatus<Change>(LAST) ?? {};
  if (lastPage === page && lastId === id && last?.code === draft?.code) forgetStatus(LAST);
}

/** Calls `adopt` when the draft is changed in another tab. */
export function followDraft(page: string, id: string, adopt: (draft: Draft | null) => void): void {
  tabs.addEventListener('message', ({ data }: MessageEvent<Change>) => {
    if (data.page === page && data.id === id) adopt(data.draft);
  });
}
