/** What learners have typed, kept in their own browser at every keystroke. */
import { createStore, get, update } from 'idb-keyval';

export interface Draft {
  code: string;
  /** The code that the draft began from: when the course has changed since, the learner is told. */
  base: string;
}

const store = createStore('handgrad', 'drafts');

/** All drafts of one page, by the id of the cell or exercise. */
export async function loadDrafts(page: string): Promise<Record<string, Draft>> {
  return (await get<Record<string, Draft>>(page, store).catch(() => undefined)) ?? {};
}

/** Null forgets the draft. */
export async function saveDraft(page: string, id: string, draft: Draft | null): Promise<void> {
  await update<Record<string, Draft>>(
    page,
    (drafts = {}) => {
      const { [id]: _, ...others } = drafts;
      return draft ? { ...others, [id]: draft } : others;
    },
    store,
  );
}
