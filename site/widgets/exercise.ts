/** An exercise: edit, run, be told, ask for hints, see the solution, go on. */
import type { Verdict } from '../../graders/types.ts';
import type { Choice } from '../runner/device.ts';
import type { Line } from '../runner/protocol.ts';
import { deviceLine } from '../runner/words.ts';
import { CodeBox } from './code-box.ts';
import { type Draft, followDraft, loadDrafts, saveDraft } from './drafts.ts';
import type { ExerciseData } from './grade.ts';
import { linesHtml } from './lines.ts';
import { diffElement, showNotice } from './notice.ts';
import { keepHelp, keepSkipped, keepVerdict, ownProgress } from './progress.ts';
import { offerShared, type Shareable, share } from './shared.ts';
import { verdictHtml, verdictWords } from './verdict.ts';

/** Milliseconds that a run may take where the exercise says nothing else. */
const LIMIT = 10_000;

/** What is said of an exercise that a GPU cannot do. */
const CPU_ONLY: Choice = { device: 'cpu', why: 'this exercise asks for what a GPU cannot do' };

class Exercise extends HTMLElement implements Shareable {
  #box!: CodeBox;
  #starter = '';
  #data: Promise<ExerciseData> | null = null;
  #running: AbortController | null = null;
  #lines: Line[] = [];
  /** The learner's own code, while the editor shows somebody else's. */
  #lent: string | null = null;

  connectedCallback(): void {
    if (this.#starter) return;
    const pre = this.#find('pre.code');
    this.#starter = pre.textContent ?? '';
    this.#box = new CodeBox(pre, {
      label: 'Your code',
      numbered: true,
      typed: true,
      onChange: () => this.#keep(),
      onRun: () => this.run(),
      onEscape: () => this.#announce('Tab now leaves the editor.'),
    });
    this.#find('[data-do=run]').addEventListener('click', () => this.run());
    this.#find('[data-do=stop]').addEventListener('click', () => this.#running?.abort());
    this.#find('[data-do=reset]').addEventListener('click', () => this.#reset());
    this.#find('[data-do=share]').addEventListener('click', () => share(this));
    this.querySelector('[data-do=skip]')?.addEventListener('click', () => keepSkipped(this.#id));
    this.#guardSolution();
    this.#orderHints();
    this.#showState();
    this.#restore().then(() => offerShared(this));
    followDraft('exercises', this.#id, (draft) => this.#adopt(draft));
    if (this.hasAttribute('data-open')) this.#box.open();
  }

  get #id(): string {
    return this.dataset.exercise!;
  }

  get notices(): HTMLElement {
    return this.#find('.notices');
  }

  borrow(code: string): void {
    this.#lent ??= this.#box.code;
    this.#box.code = code;
  }

  giveBack(): void {
    if (this.#lent !== null) this.#box.code = this.#lent;
    this.#lent = null;
  }

  get code(): string {
    return this.#box.code;
  }

  set code(code: string) {
    this.#box.code = code;
    this.#keep();
  }

  async run(): Promise<void> {
    this.#running?.abort();
    const stop = new AbortController();
    this.#running = stop;
    this.dataset.state = 'running';
    this.#lines = [];
    this.#box.markLine(null);
    this.#find('.verdict').innerHTML = '';
    this.#announce('Running.');
    try {
      this.#show(await this.#grade(stop.signal));
    } catch (error) {
      this.#fail(error instanceof Error ? error : new Error(String(error)));
    } finally {
      if (this.#running === stop) {
        this.#running = null;
        delete this.dataset.state;
      }
    }
  }

  async #grade(signal: AbortSignal): Promise<Verdict> {
    const [{ fetchExercise, grade }, { pageSandbox, gpuSandbox }] = await Promise.all([
      import('./grade.ts'),
      import('../runner/page.ts'),
    ]);
    this.#data ??= fetchExercise(this.dataset.src!);
    const opening = this.dataset.device === 'webgpu' ? gpuSandbox() : pageSandbox();
    const [data, { sandbox, choice }] = await Promise.all([this.#data, opening]);
    this.#find('.device').textContent = deviceLine(data.device === 'cpu' ? CPU_ONLY : choice);
    return grade(this.#box.code, data, sandbox, {
      limit: Number(this.dataset.limit ?? LIMIT),
      signal,
      onLines: (lines) => this.#print(lines),
    });
  }

  /** No run came about. */
  #fail({ name, message }: Error): void {
    this.#find('.verdict').innerHTML =
      name === 'NoGpu'
        ? '<p class="verdict-head failed"><span></span></p>'
        : `<p class="verdict-head failed">This is the site's fault, not yours: <span></span></p>`;
    this.#find('.verdict span').textContent = message;
    this.#announce(message);
  }

  #print(lines: Line[]): void {
    this.#lines.push(...lines);
    this.#find('.cell-output').innerHTML = linesHtml(this.#lines);
  }

  #show(verdict: Verdict): void {
    this.#find('.cell-output').innerHTML = linesHtml(this.#lines);
    this.#find('.verdict').innerHTML = verdictHtml(verdict);
    this.#announce(verdictWords(verdict));
    if (verdict.state === 'error') this.#box.markLine(verdict.error.line);
    keepVerdict(this.#id, verdict.state === 'passed');
    this.#showState();
  }

  #showState(): void {
    this.toggleAttribute('data-passed', ownProgress(this.#id)?.status === 'solved');
  }

  /** The solution opens at once for who has passed; others are asked whether they mean it. */
  #guardSolution(): void {
    const solution = this.querySelector<HTMLDetailsElement>('.solution');
    const summary = solution?.querySelector('summary');
    let asked = false;
    summary?.addEventListener('click', (event) => {
      if (this.hasAttribute('data-passed') || solution!.open || asked) return;
      event.preventDefault();
      asked = true;
      keepHelp(this.#id, { sawSolution: true });
      summary.textContent = 'Show it all the same? You learn more by one more try.';
    });
  }

  /** A hint can be opened once the one before it has been: now, or on an earlier visit. */
  #orderHints(): void {
    const hints = [...this.querySelectorAll<HTMLDetailsElement>('.hint')];
    const opened = ownProgress(this.#id)?.hints ?? 0;
    for (const [at, hint] of hints.entries()) {
      hint.hidden = at > opened;
      hint.addEventListener('toggle', () => {
        if (!hint.open) return;
        if (hints[at + 1]) hints[at + 1].hidden = false;
        if (at >= (ownProgress(this.#id)?.hints ?? 0)) keepHelp(this.#id, { hints: at + 1 });
      });
    }
  }

  async #restore(): Promise<void> {
    const { [this.#id]: draft } = await loadDrafts('exercises');
    if (!draft) return;
    this.#adopt(draft);
    if (draft.base !== null && draft.base !== this.#starter) this.#offerComparison(draft.base);
  }

  /** The learner's own code, from their last visit or from another tab. */
  #adopt(draft: Draft | null): void {
    const code = draft?.code ?? this.#starter;
    if (this.#lent !== null) this.#lent = code;
    else if (code !== this.#box.code) this.#box.code = code;
    this.toggleAttribute('data-edited', draft !== null);
  }

  #offerComparison(base: string): void {
    showNotice(this.notices, {
      text: 'The start of this exercise has changed since you began. Your code is as you left it; this has changed:',
      detail: diffElement('What has changed in the start', base, this.#starter),
      actions: { 'Keep my code': () => this.#keep(), 'Begin again': () => this.#reset() },
    });
  }

  #keep(): void {
    if (this.#lent !== null) return; // what came by a link is no draft of the learner's
    const edited = this.#box.code !== this.#starter;
    this.toggleAttribute('data-edited', edited);
    saveDraft('exercises', this.#id, edited ? { code: this.#box.code, base: this.#starter } : null);
  }

  /** In the editor, so that its undo brings the code back. */
  async #reset(): Promise<void> {
    await this.#box.open();
    this.#lent = null;
    this.#box.code = this.#starter;
    this.#keep();
    this.#announce('Back at the start. Undo (Ctrl+Z in the editor) brings your code back.', true);
  }

  /** To screen readers; to all eyes as well if it matters to them. */
  #announce(text: string, visibly = false): void {
    this.#find('.announcement').textContent = text;
    this.#find('.announcement').classList.toggle('sr-only', !visibly);
  }

  #find<T extends HTMLElement = HTMLElement>(selector: string): T {
    return this.querySelector<T>(selector)!;
  }
}

customElements.define('hg-exercise', Exercise);
