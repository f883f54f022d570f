/** Code that is plain text until somebody wants to type: then it becomes an editor, in its place. */
import type { Editor } from '../editor/editor.ts';
import type { Language } from './language.ts';

export interface CodeBoxOptions {
  /** What the code is, for a screen reader. */
  label: string;
  numbered?: boolean;
  /** The code that stands above this one and whose names it knows. */
  above?(): string[];
  /** TypeScript where nothing else is said. */
  language?: Language;
  onChange(code: string): void;
  /** `goOn`: and then on to what comes below. */
  onRun(goOn: boolean): void;
  onEscape(): void;
}

/** What runs the code, as the learner's keyboard has it. */
export const RUN_KEYS = /Mac|iP/.test(navigator.platform) ? '⌘ Enter' : 'Ctrl+Enter';

export class CodeBox {
  #pre: HTMLElement;
  #options: CodeBoxOptions;
  #editor: Promise<Editor> | null = null;
  #opened: Editor | null = null;
  #code: string;

  constructor(pre: HTMLElement, options: CodeBoxOptions) {
    this.#pre = pre;
    this.#options = options;
    this.#code = pre.textContent ?? '';
    pre.tabIndex = 0;
    pre.role = 'textbox';
    pre.ariaMultiLine = 'true';
    pre.ariaLabel = `${options.label}. Press Enter to edit.`;
    pre.addEventListener('pointerenter', () => loadEditor(), { once: true });
    pre.addEventListener('focus', () => loadEditor(), { once: true });
    pre.addEventListener('click', (event) => {
      if (getSelection()?.isCollapsed !== false)
        this.open().then((editor) => editor.focusAt(event.clientX, event.clientY));
    });
    pre.addEventListener('keydown', (event) => this.#onKey(event));
  }

  get code(): string {
    return this.#code;
  }

  set code(code: string) {
    this.#code = code;
    if (this.#opened) {
      this.#opened.code = code;
    } else {
      this.#pre.textContent = code;
      this.#colour();
    }
  }

  /** The editor, in place of the text. */
  open(): Promise<Editor> {
    this.#editor ??= this.#create();
    return this.#editor;
  }

  /** Shows at which line, from 1, the code failed; null takes the mark away. */
  markLine(line: number | null): void {
    if (line !== null || this.#opened) this.open().then((editor) => editor.markLine(line));
  }

  /** The page's own code came coloured; what a learner left here is, as soon as the parser has been fetched. */
  async #colour(): Promise<void> {
    const parser = await import('../code/highlight.ts').catch(() => null); // without a network it stays plain
    if (parser && this.#pre.textContent === this.#code)
      this.#pre.innerHTML = `<code>${parser.highlight(this.#code, this.#options.language)}</code>`;
  }

  async #create(): Promise<Editor> {
    const { createEditor } = await loadEditor();
    const parent = document.createElement('div');
    parent.className = 'code-editor';
    this.#pre.replaceWith(parent);
    const keys = keysLine();
    this.#opened = createEditor({
      above: () => [],
      ...this.#options,
      parent,
      describedBy: keys.id,
      code: this.#code,
      onChange: (code) => {
        this.#code = code;
        this.#options.onChange(code);
      },
    });
    parent.append(keys);
    parent.addEventListener('focusin', () => parent.classList.add('entered'), { once: true });
    return this.#opened;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey || event.shiftKey) this.#options.onRun(event.shiftKey);
    else this.open().then((editor) => editor.focus());
  }
}

/** Says which keys run the code and leave the editor: seen while it has the focus, and read out as it gets it. */
function keysLine(): HTMLElement {
  const line = document.createElement('p');
  line.className = 'code-keys';
  line.id = `code-keys-${++editors}`;
  line.textContent = `${RUN_KEYS} runs. Esc, then Tab leaves the editor.`;
  return line;
}

let editors = 0;

function loadEditor() {
  return import('../editor/editor.ts');
}
