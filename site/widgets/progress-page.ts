/** The page of what a learner has done: a summary in words, reviews, and the file that carries it elsewhere. */
import { dueNow, mergeProgress, type Progress, parseProgress } from '../../graders/progress.ts';
import { loadDrafts, saveDraft } from './drafts.ts';
import { activeDays, dayOf, daysInRow, readProgress, writeProgress } from './progress.ts';

class ProgressPage extends HTMLElement {
  connectedCallback(): void {
    this.#find('[data-do=export]').addEventListener('click', () => this.#export());
    this.#find('input[type=file]').addEventListener('change', ({ target }) =>
      this.#import(target as HTMLInputElement),
    );
    this.#show();
  }

  #show(): void {
    const progress = readProgress();
    this.#find('.progress-words').textContent = summary(progress, this.#links().length, Date.now());
    const due = dueNow(progress, Date.now()).flatMap((id) =>
      this.#links().filter((link) => link.dataset.exercise === id),
    );
    this.#find('.progress-due').hidden = due.length === 0;
    this.#find('.progress-due ul').replaceChildren(
      ...due.map((link) => {
        const again = document.createElement('a');
        again.href = link.href;
        again.textContent = link.title;
        const item = document.createElement('li');
        item.append(again);
        return item;
      }),
    );
  }

  async #export(): Promise<void> {
    const drafts = Object.entries(await loadDrafts('exercises'));
    const code = Object.fromEntries(drafts.map(([id, draft]) => [id, draft.code]));
    const text = JSON.stringify({ ...readProgress(), code }, null, 1);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = 'handgrad-progress.json';
    link.click();
    URL.revokeObjectURL(link.href);
    this.#say('Your progress and your code are in handgrad-progress.json.');
  }

  /** All of the file or nothing; what is here is never lost. */
  async #import(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    try {
      const { code = {}, ...theirs } = parseProgress(await file.text());
      const merged = mergeProgress(readProgress(), theirs);
      writeProgress(merged);
      const kept = await this.#importCode(code);
      const skipped =
        kept > 0 ? ` Your own code of ${kept} ${kept === 1 ? 'exercise' : 'exercises'} was kept.` : '';
      this.#say(`The file was added to what is here.${skipped}`);
      this.#show();
    } catch (error) {
      this.#say(`Nothing was changed: ${(error as Error).message}.`);
    }
    input.value = '';
  }

  /** Code comes in where there is none: how often there was some is told. */
  async #importCode(code: Readonly<Record<string, string>>): Promise<number> {
    const mine = await loadDrafts('exercises');
    let kept = 0;
    for (const [id, text] of Object.entries(code)) {
      if (!Object.hasOwn(mine, id)) await saveDraft('exercises', id, { code: text, base: null });
      else if (mine[id].code !== text) kept++;
    }
    return kept;
  }

  #links(): HTMLAnchorElement[] {
    return [...this.querySelectorAll<HTMLAnchorElement>('a[data-exercise]')];
  }

  #say(text: string): void {
    this.#find('.progress-file').textContent = text;
  }

  #find<T extends HTMLElement = HTMLElement>(selector: string): T {
    return this.querySelector<T>(selector)!;
  }
}

function summary(progress: Progress, total: number, now: number): string {
  const solved = Object.values(progress.exercises).filter(({ status }) => status === 'solved').length;
  if (solved === 0)
    return `${total} exercises wait for you. What you solve is marked here and in the sidebar.`;
  const days = activeDays(progress);
  const row = daysInRow(days, dayOf(now));
  const inRow = row > 1 ? `, ${row} of them in a row` : '';
  return `You have solved ${solved} of ${total} exercises, on ${days.size} ${days.size === 1 ? 'day' : 'days'}${inRow}.`;
}

customElements.define('hg-progress', ProgressPage);
