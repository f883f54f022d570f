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
import { chosenLanguage, followLanguage, type Language, showLanguage } from './language.ts';
import { linesHtml } from './lines.ts';
import { notebookJob } from './notebook-job.ts';
import { clearPlots, finishPlots, showPictures } from './plot.ts';
import { prepareFor } from './prepare.ts';

/** Milliseconds that a run may take where the lesson says nothing else. */
const LIMIT = 20_000;

const page = location.pathname;
const drafts = loadDrafts(page);

/** Ends the run that is under way. */
let running: AbortController | null = null;

/** What a cell is in one language. */
interface Side {
  box: CodeBox;
  original: string;
  output: HTMLElement;
  lines: Line[];
  /** Under which name the draft is kept. */
  draft: string;
}

export class Cell extends HTMLElement {
  #sides: Partial<Record<Language, Side>> = {};
  #plots!: HTMLElement;
  #note!: HTMLElement;
  /** The learner's own code, while the editor shows somebody else's. */
  #lent: { side: Side; code: string } | null = null;

  connectedCallback(): void {
    if (this.#sides.ts) return;
    const find = <T extends HTMLElement>(selector: string) => this.querySelector<T>(selector)!;
    this.#sides.ts = this.#sideIn('ts', ':not([data-in=py])', this.id);
    if (find('[data-in=py]')) this.#sides.py = this.#sideIn('py', '[data-in=py]', `${this.id}.py`);
    this.#plots = find('.cell-plots');
    this.#note = find('.cell-note');
    find('[data-do=run]').addEventListener('click', () => this.run());
    find('[data-do=stop]').addEventListener('click', () => running?.abort());
    find('[data-do=reset]').addEventListener('click', () => this.#reset());
    followLanguage(() => this.#markEdited());
    if (!this.hasAttribute('data-gpu')) prepareFor(this);
    drafts.then((all) => {
      for (const side of Object.values(this.#sides)) {
        const code = all[side.draft]?.code;
        if (code !== undefined) side.box.code = code;
      }
      this.#markEdited();
    });
  }

  #sideIn(language: Language, place: string, draft: string): Side {
    const pre = this.querySelector<HTMLElement>(`.code-place${place} > pre`)!;
    const output = this.querySelector<HTMLElement>(`.cell-output${place}`)!;
    const box = new CodeBox(pre, {
      label: `Code of cell ${this.dataset.cell}`,
      above: () => cellsAbove(this, language).map((cell) => cell.codeIn(language)!),
      language,
      onChange: () => this.#keep(),
      onRun: (goOn) => {
        this.run();
        if (goOn) this.#cellBelow(language)?.focus();
      },
      onEscape: () => this.#say('Tab now leaves the editor.'),
    });
    return { box, original: pre.textContent ?? '', output, lines: [], draft };
  }

  /** The language that this cell shows: one that is there in TypeScript alone shows it always. */
  get language(): Language {
    return this.#sides.py ? chosenLanguage() : 'ts';
  }

  get #side(): Side {
    return this.#sides[this.language]!;
  }

  get code(): string {
    return this.#side.box.code;
  }

  codeIn(language: Language): string | null {
    return this.#sides[language]?.box.code ?? null;
  }

  /** Puts the cursor into its code. */
  override focus(): void {
    this.#side.box.open().then((editor) => editor.focus());
  }

  #cellBelow(language: Language): Cell | undefined {
    const cells = cellsIn(language);
    return cells[cells.indexOf(this) + 1];
  }

  /** Shows code that is not the learner's own, whose draft stays as it is. */
  borrow(code: string, language: Language): void {
    this.giveBack();
    showLanguage(language);
    this.#lent = { side: this.#side, code: this.code };
    this.#side.box.code = code;
  }

  giveBack(): void {
    if (this.#lent) this.#lent.side.box.code = this.#lent.code;
    this.#lent = null;
  }

  /** Runs this cell after those above it, and shows what it printed. */
  async run(): Promise<void> {
    running?.abort();
    const stop = new AbortController();
    running = stop;
    this.dataset.state = 'running';
    const side = this.#side;
    side.lines = [];
    clearPlots(this.#plots);
    side.box.markLine(null);
    try {
      await this.#runHere(side, stop.signal);
    } catch (error) {
      this.#fail(side, (error as CellError).cell ?? null, error as Error & { line?: number });
    } finally {
      if (running === stop) running = null;
      delete this.dataset.state;
      this.dispatchEvent(new CustomEvent('cell-run', { bubbles: true }));
    }
  }

  async #runHere(side: Side, signal: AbortSignal): Promise<void> {
    const { language } = this;
    const above = cellsAbove(this, language);
    const upToHere = [...above, this];
    this.#say('Loading the engine…');
    const opening = openSandbox(upToHere.some((cell) => cell.hasAttribute('data-gpu')));
    const sources = upToHere.map((cell) => ({
      id: cell.id,
      code: cell.codeIn(language)!,
      looks: cell.pictures.map(({ dataset }) => (language === 'py' && dataset.py) || dataset.of!),
    }));
    const [{ job, placeOf }, { sandbox, choice }] = await Promise.all([
      notebookJob(language, sources, above.length),
      opening,
    ]);
    this.#say('Running…');
    const ending = await sandbox.run(job, {
      limit: Number(this.dataset.limit ?? LIMIT),
      signal,
      onLines: (lines) => this.#print(side, lines),
      onPictures: (pictures) => this.#paint(pictures),
    });
    finishPlots(this.#plots, ending.ms);
    if (ending.state === 'failed') {
      const at = placeOf(ending.failure);
      return this.#fail(side, at && upToHere[at.cell].id, { ...ending.failure, line: at?.line });
    }
    this.#finish(side, ending, cellDeviceLine(choice));
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

  #print(side: Side, lines: Line[]): void {
    side.lines.push(...lines);
    side.output.innerHTML = linesHtml(side.lines);
  }

  #finish(side: Side, ending: Exclude<Ending, { state: 'failed' }>, device: string): void {
    const cut = ending.state === 'done' ? null : interruption(ending, side === this.#sides.py ? 'py' : 'ts');
    side.output.innerHTML = linesHtml(cut ? [...side.lines, { kind: 'warn', text: cut }] : side.lines);
    this.#say(cut ? '' : `${ending.ms < 10 ? ending.ms.toFixed(1) : Math.round(ending.ms)} ms · ${device}`);
  }

  /** `cell` is the id of the one that failed: it need not be this one. */
  #fail(
    side: Side,
    cell: string | null,
    { name, message, line, traceback }: Pick<Failure, 'name' | 'message' | 'traceback'> & { line?: number },
  ): void {
    const where = document.getElementById(cell ?? this.id) as Cell;
    const place =
      line === undefined ? '' : ` (${where === this ? '' : `cell ${where.dataset.cell}, `}line ${line})`;
    const text = traceback ?? `${name}: ${message}${place}`;
    side.output.innerHTML = linesHtml([...side.lines, { kind: 'error', text }]);
    where.#side.box.markLine(line ?? null);
    this.#say('');
  }

  #keep(): void {
    if (this.#lent) return;
    const { original, draft } = this.#side;
    const { code } = this;
    this.#markEdited();
    saveDraft(page, draft, code === original ? null : { code, base: original });
  }

  #reset(): void {
    this.#side.box.code = this.#side.original;
    this.#keep();
  }

  #markEdited(): void {
    this.toggleAttribute('data-edited', this.code !== this.#side.original);
  }

  #say(text: string): void {
    this.#note.textContent = text;
  }
}

/** The cells of the page that are there in a language. */
function cellsIn(language: Language): Cell[] {
  return [...document.querySelectorAll<Cell>('hg-cell')].filter((cell) => cell.codeIn(language) !== null);
}

function cellsAbove(cell: Cell, language: Language): Cell[] {
  const cells = cellsIn(language);
  return cells.slice(0, cells.indexOf(cell));
}

async function openSandbox(needsGpu: boolean): Promise<PageSandbox> {
  const { pageSandbox, gpuSandbox } = await import('../runner/page.ts');
  return needsGpu ? gpuSandbox() : pageSandbox();
}

customElements.define('hg-cell', Cell);
