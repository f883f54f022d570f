/** TypeScript or Python as HTML, with the classes that the editor uses: code looks the same before and after it is opened. */
import { typescriptLanguage } from '@codemirror/lang-javascript';
import { pythonLanguage } from '@codemirror/lang-python';
import { classHighlighter, highlightCode } from '@lezer/highlight';
import type { Language } from '../../graders/both.ts';
import { escapeHtml } from './html.ts';

/** The classes that have one colour in styles/theme.css; the first stands for the others. All else is plain text. */
const COLOURS = [
  ['tok-keyword', 'tok-bool'],
  ['tok-string', 'tok-string2'],
  ['tok-number', 'tok-atom'],
  ['tok-comment'],
  ['tok-typeName', 'tok-className', 'tok-namespace'],
];

const CLASS = new Map(COLOURS.flatMap((same) => same.map((each) => [each, same[0]])));

export function highlight(code: string, language: Language = 'ts'): string {
  const { parser } = language === 'py' ? pythonLanguage : typescriptLanguage;
  const rows = code.split('\n')[Symbol.iterator]();
  const tokens = new Tokens();
  tokens.beginRow(rows.next().value ?? '');
  highlightCode(
    code,
    parser.parse(code),
    classHighlighter,
    (text, classes) => tokens.add(text, CLASS.get(classes.split(' ')[0]) ?? ''),
    () => {
      tokens.endRow();
      tokens.beginRow(rows.next().value ?? '');
    },
  );
  return tokens.end();
}

/** Rows longer than this may have to go on below, where there is little room. */
const SHORT = 28;

/** Neighbours of one colour become one element, with the space between them: a lesson has thousands. */
class Tokens {
  #html = '';
  #text = '';
  #class = '';
  /** White space after the text, which is of the colour of whatever follows. */
  #space = '';
  #isInRow = false;

  add(text: string, className: string): void {
    if (text.trim() === '') {
      this.#space += text;
    } else if (className === this.#class) {
      this.#text += this.#space + text;
      this.#space = '';
    } else {
      this.#close();
      this.#text = text;
      this.#class = className;
    }
  }

  /** A long row is an element that knows where its text begins: what goes on below is put to the right of that. */
  beginRow(row: string): void {
    if (row.length <= SHORT) return;
    this.#close();
    this.#html += `<span class="row" style="--indent:${row.search(/\S|$/)}">`;
    this.#isInRow = true;
  }

  endRow(): void {
    this.#space += '\n';
    if (this.#isInRow) this.#close();
    if (this.#isInRow) this.#html += '</span>';
    this.#isInRow = false;
  }

  end(): string {
    this.#close();
    if (this.#isInRow) this.#html += '</span>';
    return this.#html;
  }

  #close(): void {
    const text = escapeHtml(this.#text);
    this.#html += (this.#class ? `<span class="${this.#class}">${text}</span>` : text) + this.#space;
    this.#text = '';
    this.#class = '';
    this.#space = '';
  }
}
