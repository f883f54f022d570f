/** A lesson's runnable cells: running one first runs those above it, unseen, in one fresh sandbox. */
import type { CellError } from '../code/notebook.ts';
import type { Picture } from '../plots/types.ts';
import type { PageSandbox } from '../runner/page.ts';
import type { Failure, Line } from '../runner/protocol.ts';
import type { Ending } from '../runner/sandbox.ts';
import type { Look } from '../runner/snapshot.ts';
import { cellDeviceLine, interruption } from '../runner/words.ts';
import { CodeBox } from './code-box.ts';
import { loadDrafts, saveDraft } from './drafts.ts';
import { linesHtml } from './lines.ts';
import { clearPlots, finishPlots, showPictures } from './plot.ts';

/** Milliseconds that a run may take where the lesson says nothing else. */
const LIMIT = 20_000;

const page = location.pathname;
const drafts = loadDrafts(page);

/** Ends the run that is under way. */
let running: AbortController | null = null;

export class Cell extends HTMLElement {
  #box!: CodeBox;
  #original = '';
  #output!: HTMLElement;
  #plots!: HTMLElement;
  #note!: HTMLElement;
  #lines: Line[] = [];
  /** The learner's own code, while the editor shows somebody else's. */
  #lent: string | null = null;

  connectedCallback(): void {
    if (this.#original) return;
    const find = <T extends HTMLElement>(selector: string) => this.querySelector<T>(selector)!;
    this.#original = find('pre').textContent ?? '';
    this.#output = find('.cell-output');
    this.#plots = find('.cell-plots');
    this.#note = find('.cell-note');
    this.#box = new CodeBox(find('pre'), {
      label: `Code of cell ${this.dataset.cell}`,
      above: () => cellsAbove(this).map(({ code }) => code),
      onChange: () => this.#keep(),
      onRun: () => this.run(),
      onEscape: () => this.#say('Tab now leaves the editor.'),
    });
    find('[data-do=run]').addEventListener('click', () => this.run());
    find('[data-do=stop]').addEventListener('click', () => running?.abort());
    find('[data-do=reset]').addEventListener('click', () => this.#reset());
    drafts.then(({ [this.id]: draft }) => draft && this.#restore(draft.code));
  }

  get code(): string {
    return this.#box.code;
  }

  /** Shows code that is not the learner's own, whose draft stays as it is. */
  borrow(code: string): void {
    this.#lent ??= this.#box.code;
    this.#box.code = code;
  }

  giveBack(): void {
    if (this.#lent !== null) this.#box.code = this.#lent;
    this.#lent = null;
  }

  /** Runs this cell after those above it, and shows what it printed. */
  async run(): Promise<void> {
    running?.abort();
    const stop = new AbortController();
    running = stop;
    this.dataset.state = 'running';
    this.#lines = [];
    clearPlots(this.#plots);
    this.#box.markLine(null);
    try {
      await this.#runHere(stop.signal);
    } catch (error) {
      this.#fail((error as CellError).cell ?? null, error as Error & { line?: number });
    } finally {
      if (running === stop) running = null;
      delete this.dataset.state;
      this.dispatchEvent(new CustomEvent('cell-run', { bubbles: true }));
    }
  }

  async #runHere(signal: AbortSignal): Promise<void> {
    const cells = cellsOfPage();
    const shown = cells.indexOf(this);
    const upToHere = cells.slice(0, shown + 1);
    this.#say('Loading the engine…');
    const [{ compileNotebook, cellLine }, { sandbox, choice }] = await Promise.all([
      import('../code/notebook.ts'),
      openSandbox(upToHere.some((cell) => cell.hasAttribute('data-gpu'))),
    ]);
    const { code, firstLines } = compileNotebook(
      upToHere.map((cell) => ({
        id: cell.id,
        code: cell.code,
        looks: cell.pictures.map((picture) => picture.dataset.of!),
      })),
    );
    this.#say('Running…');
    const ending = await sandbox.run(
      { kind: 'notebook', code, shown },
      {
        limit: Number(this.dataset.limit ?? LIMIT),
        signal,
        onLines: (lines) => this.#print(lines),
        onPictures: (pictures) => this.#paint(pictures),
      },
    );
    finishPlots(this.#plots, ending.ms);
    if (ending.state === 'failed') {
      const at = ending.failure.line === null ? null : cellLine(firstLines, ending.failure.line);
      return this.#fail(at && upToHere[at.cell].id, { ...ending.failure, line: at?.line });
    }
    this.#finish(ending, cellDeviceLine(choice));
    if (ending.state === 'done' && ending.result.kind === 'notebook') {
      for (const [at, cell] of upToHere.entries()) cell.#draw(ending.result.snapshots[at]);
    }
  }

  /** The pictures between this cell and the next. */
  get pictures(): HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>(`[data-of][data-cell="${this.id}"]`)];
  }

  #draw(snapshots: Look[]): void {
    this.pictures.forEach((picture, at) => {
      picture.dispatchEvent(new CustomEvent('snapshot', { detail: snapshots[at] }));
    });
  }

  #paint(pictures: Picture[]): void {
    showPictures(this.#plots, pictures);
  }

  #print(lines: Line[]): void {
    this.#lines.push(...lines);
    this.#output.innerHTML = linesHtml(this.#lines);
  }

  #finish(ending: Exclude<Ending, { state: 'failed' }>, device: string): void {
    const cut = ending.state === 'done' ? null : interruption(ending);
    this.#output.innerHTML = linesHtml(cut ? [...this.#lines, { kind: 'warn', text: cut }] : this.#lines);
    this.#say(cut ? '' : `${ending.ms < 10 ? ending.ms.toFixed(1) : Math.round(ending.ms)} ms · ${device}`);
  }

  /** `cell` is the id of the one that failed: it need not be this one. */
  #fail(
    cell: string | null,
    { name, message, line }: Pick<Failure, 'name' | 'message'> & { line?: number },
  ): void {
    const where = document.getElementById(cell ?? this.id) as Cell;
    const place =
      line === undefined ? '' : ` (${where === this ? '' : `cell ${where.dataset.cell}, `}line ${line})`;
    this.#output.innerHTML = linesHtml([
      ...this.#lines,
      { kind: 'error', text: `${name}: ${message}${place}` },
    ]);
    where.#box.markLine(line ?? null);
    this.#say('');
  }

  #keep(): void {
    if (this.#lent !== null) return;
    const { code } = this;
    this.#setEdited(code !== this.#original);
    saveDraft(page, this.id, code === this.#original ? null : { code, base: this.#original });
  }

  #restore(code: string): void {
    this.#box.code = code;
    this.#setEdited(true);
  }

  #reset(): void {
    this.#box.code = this.#original;
    this.#keep();
  }

  #setEdited(edited: boolean): void {
    this.toggleAttribute('data-edited', edited);
  }

  #say(text: string): void {
    this.#note.textContent = text;
  }
}

function cellsOfPage(): Cell[] {
  return [...document.querySelectorAll<Cell>('hg-cell')];
}

function cellsAbove(cell: Cell): Cell[] {
  const cells = cellsOfPage();
  return cells.slice(0, cells.indexOf(cell));
}

async function openSandbox(needsGpu: boolean): Promise<PageSandbox> {
  const { pageSandbox, gpuSandbox } = await import('../runner/page.ts');
  return needsGpu ? gpuSandbox() : pageSandbox();
}

customElements.define('hg-cell', Cell);
