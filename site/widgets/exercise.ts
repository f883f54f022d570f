/** An exercise: edit, run, be told, ask for hints, see the solution, go on. */
import type { Verdict } from '../../graders/types.ts';
import { escapeHtml } from '../code/html.ts';
import type { Choice } from '../runner/device.ts';
import type { Line } from '../runner/protocol.ts';
import { deviceLine } from '../runner/words.ts';
import { CodeBox, RUN_KEYS } from './code-box.ts';
import { type Draft, followDraft, loadDrafts, saveDraft } from './drafts.ts';
import type { ExerciseData } from './grade.ts';
import { chosenLanguage, followLanguage, type Language, showLanguage } from './language.ts';
import { linesHtml } from './lines.ts';
import { diffElement, showNotice } from './notice.ts';
import { showPictures } from './plot.ts';
import { prepareFor } from './prepare.ts';
import { keepHelp, keepSkipped, keepVerdict, ownProgress } from './progress.ts';
import { offerShared, type Shareable, share } from './shared.ts';
import { verdictHtml, verdictWords } from './verdict.ts';
import { watchTyping } from './watch.ts';

/** Milliseconds that a run may take where the exercise says nothing else. */
const LIMIT = 10_000;

/** What is said of an exercise that a GPU cannot do. */
const CPU_ONLY: Choice = { device: 'cpu', why: 'this exercise asks for what a GPU cannot do' };

/** What Python is told of the device. */
const PYTHON_CPU: Choice = { device: 'cpu', why: 'that is where Python is graded' };

/** The exercise's answer in one language. */
interface Answer {
  box: CodeBox;
  starter: string;
  /** Under which name the draft is kept. */
  draft: string;
}

class Exercise extends HTMLElement implements Shareable {
  #answers: Partial<Record<Language, Answer>> = {};
  #language: Language = 'ts';
  #data: Promise<ExerciseData> | null = null;
  #running: AbortController | null = null;
  #lines: Line[] = [];
  /** The code that has just passed: the keys that run it go on to what comes next. */
  #passed: string | null = null;
  #typed!: () => void;
  /** The learner's own code, while the editor shows somebody else's. */
  #lent: string | null = null;

  connectedCallback(): void {
    if (this.#answers.ts) return;
    this.#answers.ts = this.#answerIn('ts', this.#id);
    if (this.querySelector('.code-place[data-in=py]')) {
      this.#answers.py = this.#answerIn('py', `${this.#id}.py`);
      this.#language = chosenLanguage();
      followLanguage((language) => this.#turnTo(language));
      prepareFor(this);
    }
    this.#typed = watchTyping(this.#find('[data-do=watch]'), () => this.run(true));
    for (const keys of this.querySelectorAll('.exercise-bar kbd')) keys.textContent = RUN_KEYS;
    this.#find('[data-do=run]').addEventListener('click', () => this.run());
    this.#find('[data-do=stop]').addEventListener('click', () => this.#running?.abort());
    this.#find('[data-do=reset]').addEventListener('click', () => this.#reset());
    this.#find('[data-do=share]').addEventListener('click', () => share(this));
    this.querySelector('[data-do=skip]')?.addEventListener('click', () => keepSkipped(this.#id));
    this.#guardSolution();
    this.#orderHints();
    this.#showState();
    this.#restore().then(() => offerShared(this));
    for (const answer of Object.values(this.#answers)) {
      followDraft('exercises', answer.draft, (draft) => this.#adopt(answer, draft));
    }
    if (this.hasAttribute('data-open')) this.#box.open();
  }

  #answerIn(language: Language, draft: string): Answer {
    const pre = this.#find(language === 'py' ? '[data-in=py] > pre' : '.code-place:not([data-in=py]) > pre');
    const starter = pre.textContent ?? '';
    const box = new CodeBox(pre, {
      label: 'Your code',
      numbered: true,
      language,
      onChange: () => this.#keep(),
      onRun: () => this.#runOrGoOn(),
      onEscape: () => this.#announce('Tab now leaves the editor.'),
    });
    return { box, starter, draft };
  }

  get #own(): Answer {
    return this.#answers[this.#language]!;
  }

  get #box(): CodeBox {
    return this.#own.box;
  }

  #turnTo(language: Language): void {
    if (language === this.#language) return;
    this.giveBack();
    this.#language = language;
    this.toggleAttribute('data-edited', this.#box.code !== this.#own.starter);
  }

  get #id(): string {
    return this.dataset.exercise!;
  }

  get notices(): HTMLElement {
    return this.#find('.notices');
  }

  borrow(code: string, language: Language): void {
    showLanguage(language);
    this.#lent ??= this.#box.code;
    this.#box.code = code;
  }

  giveBack(): void {
    if (this.#lent !== null) this.#box.code = this.#lent;
    this.#lent = null;
  }

  get language(): Language {
    return this.#language;
  }

  codeIn(language: Language): string | null {
    return this.#answers[language]?.box.code ?? null;
  }

  get code(): string {
    return this.#box.code;
  }

  set code(code: string) {
    this.#box.code = code;
    this.#keep();
  }

  /** `quietly`: nobody asked for it, so what is there stays until there is something to say. */
  async run(quietly = false): Promise<void> {
    this.#running?.abort();
    const stop = new AbortController();
    this.#running = stop;
    this.#lines = [];
    if (!quietly) {
      this.dataset.state = 'running';
      this.#box.markLine(null);
      this.#find('.verdict').innerHTML = '';
      this.#find('.cell-plots').innerHTML = '';
      this.#announce('Running.');
    }
    try {
      await this.#grade(stop.signal, quietly);
    } catch (error) {
      this.#fail(error instanceof Error ? error : new Error(String(error)));
    } finally {
      if (this.#running === stop) {
        this.#running = null;
        delete this.dataset.state;
      }
    }
  }

  /** The same keys again, on code that has just passed, lead on. */
  #runOrGoOn(): void {
    if (this.#passed === this.#box.code) this.#find('[data-do=next]').click();
    else this.run();
  }

  async #grade(signal: AbortSignal, quietly: boolean): Promise<void> {
    const [{ fetchExercise, grade }, { pageSandbox, gpuSandbox }] = await Promise.all([
      import('./grade.ts'),
      import('../runner/page.ts'),
    ]);
    this.#data ??= fetchExercise(this.dataset.src!).catch((error) => {
      this.#data = null; // the next run asks again
      throw error;
    });
    const opening = this.dataset.device === 'webgpu' ? gpuSandbox() : pageSandbox();
    const [data, { sandbox, choice }] = await Promise.all([this.#data, opening]);
    const { code } = this.#box;
    const language = this.#language;
    const onCpu = language === 'py' && data.device !== 'webgpu' ? PYTHON_CPU : null;
    const where = onCpu ?? (data.device === 'cpu' ? CPU_ONLY : choice);
    this.#find('.device').textContent = deviceLine(where);
    await grade(code, data, sandbox, {
      limit: Number(this.dataset.limit ?? LIMIT),
      signal,
      language,
      onLines: (lines) => this.#print(lines, quietly),
      onPictures: (pictures) => showPictures(this.#find('.cell-plots'), pictures),
      onVerdict: (verdict) => {
        const isOutdated = this.#running?.signal !== signal; // by another run: who presses Stop is told so
        if (isOutdated || (quietly && isHalfTyped(verdict))) return;
        this.#passed = verdict.state === 'passed' ? code : null;
        this.#show(verdict, language);
      },
    });
  }

  /** No run came about. */
  #fail({ name, message }: Error): void {
    this.#find('.verdict').innerHTML =
      name === 'NoGpu'
        ? '<p class="verdict-head failed"><span></span></p>'
        : `<p class="verdict-head failed">This is the site's fault, not yours: <span></span></p>`;
    this.#find('.verdict span').textContent =
      name === 'NoGpu' ? message : `${message} (Run it again, or reload the page.)`;
    this.#announce(message);
  }

  #print(lines: Line[], quietly: boolean): void {
    this.#lines.push(...lines);
    if (!quietly) this.#find('.cell-output').innerHTML = linesHtml(this.#lines);
  }

  #show(verdict: Verdict, language: Language): void {
    this.#find('.cell-output').innerHTML = linesHtml(this.#lines);
    this.#box.markLine(verdict.state === 'error' ? verdict.error.line : null);
    keepVerdict(this.#id, verdict.state === 'passed');
    this.#showState();
    const chapter = verdict.state === 'passed' ? chapterWords() : '';
    this.#find('.verdict').innerHTML = verdictHtml(verdict, language) + (chapter && this.#afterHtml(chapter));
    this.#announce(`${verdictWords(verdict, language)} ${chapter}`);
  }

  /** The way on, in sight: below stands first why it is right. */
  #afterHtml(chapter: string): string {
    const next = this.#find<HTMLAnchorElement>('[data-do=next]');
    return `<p class="verdict-chapter">${chapter} <a href="${escapeHtml(next.href)}">${escapeHtml(next.textContent!)}</a><span class="by-keys">, or <kbd>${RUN_KEYS}</kbd> once more.</span></p>`;
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
    const drafts = await loadDrafts('exercises');
    for (const answer of Object.values(this.#answers)) {
      const draft = drafts[answer.draft];
      if (!draft) continue;
      this.#adopt(answer, draft);
      const isOld = draft.base !== null && draft.base !== answer.starter;
      if (isOld && answer === this.#own) this.#offerComparison(draft.base as string);
    }
  }

  /** The learner's own code, from their last visit or from another tab. */
  #adopt(answer: Answer, draft: Draft | null): void {
    const code = draft?.code ?? answer.starter;
    if (answer === this.#own && this.#lent !== null) this.#lent = code;
    else if (code !== answer.box.code) answer.box.code = code;
    if (answer === this.#own) this.toggleAttribute('data-edited', draft !== null);
  }

  #offerComparison(base: string): void {
    showNotice(this.notices, {
      text: 'The start of this exercise has changed since you began. Your code is as you left it; this has changed:',
      detail: diffElement('What has changed in the start', base, this.#own.starter),
      actions: { 'Keep my code': () => this.#keep(), 'Begin again': () => this.#reset() },
    });
  }

  #keep(): void {
    if (this.#lent !== null) return; // what came by a link is no draft of the learner's
    const { box, starter, draft } = this.#own;
    const edited = box.code !== starter;
    this.toggleAttribute('data-edited', edited);
    saveDraft('exercises', draft, edited ? { code: box.code, base: starter } : null);
    this.#typed();
  }

  /** In the editor, so that its undo brings the code back. */
  async #reset(): Promise<void> {
    await this.#box.open();
    this.#lent = null;
    this.#box.code = this.#own.starter;
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

/** What a pause in typing leaves behind, and no mistake. */
function isHalfTyped(verdict: Verdict): boolean {
  return verdict.state === 'error' && /^(Syntax|Indentation|Tab)Error$/.test(verdict.error.name);
}

/** How far the chapter is, by the marks at the page's head. */
function chapterWords(): string {
  const all = document.querySelectorAll('.exercise-task .pips a').length;
  const solved = document.querySelectorAll('.exercise-task .pips a[data-state=solved]').length;
  return solved < all
    ? `Solved in this chapter: ${solved} of ${all}.`
    : `You have solved all ${all} exercises of this chapter.`;
}

customElements.define('hg-exercise', Exercise);
