/** The code editor: CodeMirror with what a short exercise needs. Loaded when a learner first wants to type. */
import {
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionStatus,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { Compartment, EditorState, type Extension, Prec, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import type { Language } from '../../graders/both.ts';
import { hangingIndent } from './hanging.ts';

export interface EditorOptions {
  parent: HTMLElement;
  code: string;
  /** The editor's name for a screen reader. */
  label: string;
  /** The id of the element that says which keys run the code and leave the editor. */
  describedBy: string;
  numbered?: boolean;
  /** The code that stands above this one and whose names it knows: none for a module of its own. */
  above(): string[];
  language?: Language;
  onChange(code: string): void;
  /** `goOn`: and then on to what comes below, as notebooks do on Shift+Enter. */
  onRun(goOn: boolean): void;
  /** Esc was pressed: Tab now leaves the editor. */
  onEscape(): void;
}

export interface Editor {
  focus(): void;
  /** Puts the cursor nearest to a point of the screen. */
  focusAt(x: number, y: number): void;
  code: string;
  /** Marks the line, from 1, where the code failed; null unmarks it. */
  markLine(line: number | null): void;
}

export function createEditor(options: EditorOptions): Editor {
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({ doc: options.code, extensions: extensions(options) }),
  });
  if (options.language === 'py') loadPython(view);
  else loadTypes(view, options.above);
  return {
    focus: () => view.focus(),
    focusAt(x, y) {
      view.focus();
      view.dispatch({ selection: { anchor: view.posAtCoords({ x, y }, false) } });
    },
    get code() {
      return view.state.doc.toString();
    },
    set code(code) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: code } });
    },
    markLine(line) {
      view.dispatch({ effects: failedLine.of(line) });
    },
  };
}

const types = new Compartment();

/** Types come a moment later; typing does not wait for them. */
async function loadTypes(view: EditorView, above: () => string[]): Promise<void> {
  const { typeSupport } = await import('./types.ts');
  view.dispatch({ effects: types.reconfigure(typeSupport(above)) });
}

/** Python's own rules come when there is Python. */
async function loadPython(view: EditorView): Promise<void> {
  const { pythonSupport } = await import('./python.ts');
  view.dispatch({ effects: grammar.reconfigure(pythonSupport()) });
}

const grammar = new Compartment();

function extensions(options: EditorOptions): Extension[] {
  const run = (goOn: boolean) => (view: EditorView) => {
    closeCompletion(view); // who runs the code has typed what they wanted
    options.onRun(goOn);
    return true;
  };
  return [
    Prec.highest(
      keymap.of([
        { key: 'Mod-Enter', run: run(false) },
        { key: 'Shift-Enter', run: run(true) },
        { key: 'Escape', run: (view) => letTabLeave(view, options) },
      ]),
    ),
    options.numbered ? lineNumbers() : [],
    history(),
    drawSelection(),
    highlightSpecialChars(),
    indentOnInput(),
    indentUnit.of(options.language === 'py' ? '    ' : '  '),
    bracketMatching(),
    closeBrackets(),
    grammar.of(options.language === 'py' ? [] : javascript({ typescript: true })),
    syntaxHighlighting(classHighlighter),
    failureMark,
    hangingIndent,
    types.of([]),
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
    EditorView.contentAttributes.of({ 'aria-label': options.label, 'aria-describedby': options.describedBy }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) options.onChange(update.state.doc.toString());
    }),
    EditorView.domEventHandlers({
      blur: (_, view) => {
        view.setTabFocusMode(false);
      },
    }),
  ];
}

/** Until the focus is gone, Tab moves it instead of indenting: nobody is caught in here. */
function letTabLeave(view: EditorView, { onEscape }: EditorOptions): boolean {
  if (completionStatus(view.state) === 'active') return false; // this Esc closes the list
  view.setTabFocusMode(true);
  onEscape();
  return false;
}

const failedLine = StateEffect.define<number | null>();

const failureMark = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    if (transaction.docChanged) marks = Decoration.none;
    for (const { value } of transaction.effects.filter((effect) => effect.is(failedLine))) {
      const { doc } = transaction.state;
      const there = value !== null && value >= 1 && value <= doc.lines;
      const mark = Decoration.line({ class: 'cm-failed-line' });
      marks = there ? Decoration.set(mark.range(doc.line(value).from)) : Decoration.none;
    }
    return marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});
