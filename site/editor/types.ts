/** The editor's knowledge of types: problems under the code, completion, and what a name is. Loaded on first focus. */
import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { linter, lintKeymap } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { EditorView, hoverTooltip, keymap } from '@codemirror/view';
import type { Answers, Ask, Explanation, Message, Problem, Questions } from './checker.ts';
import { place } from './place.ts';

/** How long the keys must rest before problems are looked for. */
const REST_MS = 500;

/** One checker serves all editors of a page. */
class Checker {
  #worker: Worker;
  #waiting = new Map<number, (answer: unknown) => void>();
  #asked = 0;

  constructor() {
    this.#worker = new Worker(new URL('./checker.ts', import.meta.url), { type: 'module' });
    this.#worker.onmessage = ({ data }) => {
      this.#waiting.get(data.id)?.(data.answer ?? null);
      this.#waiting.delete(data.id);
    };
    const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
    this.#send({ types: new URL(`${base}types.json`, location.href).href });
  }

  /** Null where there is no answer: an editor without types is still an editor. */
  ask<Name extends Ask>(ask: Name, question: Questions[Name]): Promise<Answers[Name] | null> {
    const id = ++this.#asked;
    this.#send({ id, ask, question } as Message);
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve as (answer: unknown) => void);
    });
  }

  #send(message: Message): void {
    this.#worker.postMessage(message);
  }
}

let checker: Checker | null = null;

/** @param above gives the code above this one, whose names it knows */
export function typeSupport(above: () => string[]): Extension {
  checker ??= new Checker();
  const asked = new Asked(checker, above);
  return [
    linter(({ state }) => asked.problems(state.doc.toString()), { delay: REST_MS }),
    autocompletion({ override: [(context) => complete(context, asked)], icons: false }),
    hoverTooltip(async ({ state }, at) => {
      const found = await asked.explanation(state.doc.toString(), at);
      return found && { pos: found.from, end: found.to, create: () => ({ dom: explanationElement(found) }) };
    }),
    keymap.of(lintKeymap),
    EditorView.theme({ '.cm-tooltip': { zIndex: '20' } }),
  ];
}

/** Questions about an editor's code in its place below other code, answered in the editor's own positions. */
class Asked {
  #checker: Checker;
  #above: () => string[];

  constructor(checker: Checker, above: () => string[]) {
    this.#checker = checker;
    this.#above = above;
  }

  async problems(own: string): Promise<Problem[]> {
    const { code, start } = place(own, this.#above());
    const found = (await this.#checker.ask('problems', { code })) ?? [];
    return found
      .map((problem) => ({ ...problem, from: problem.from - start, to: problem.to - start }))
      .filter(({ from, to }) => from >= 0 && to <= own.length);
  }

  async completions(own: string, at: number, explicit: boolean): Promise<Answers['completions']> {
    const { code, start } = place(own, this.#above());
    const found = await this.#checker.ask('completions', { code, at: start + at, explicit });
    return found && { ...found, from: found.from - start };
  }

  async explanation(own: string, at: number): Promise<Explanation | null> {
    const { code, start } = place(own, this.#above());
    const found = await this.#checker.ask('explanation', { code, at: start + at });
    return found && { ...found, from: found.from - start, to: found.to - start };
  }

  /** Of the completion called `label`. */
  details(own: string, at: number, label: string): Promise<Explanation | null> {
    const { code, start } = place(own, this.#above());
    return this.#checker.ask('details', { code, at: start + at, label });
  }
}

async function complete(context: CompletionContext, asked: Asked): Promise<CompletionResult | null> {
  const [own, at] = [context.state.doc.toString(), context.pos];
  const found = await asked.completions(own, at, context.explicit);
  if (!found) return null;
  return {
    from: found.from,
    validFor: /^[\w$]*$/,
    options: found.options.map(({ label, kind, rank }) => ({
      label,
      type: kind,
      boost: rank,
      info: async () => {
        const details = await asked.details(own, at, label);
        return details && explanationElement(details);
      },
    })),
  };
}

function explanationElement({ type, documentation }: Explanation): HTMLElement {
  const element = document.createElement('div');
  element.className = 'code-explanation';
  const code = element.appendChild(document.createElement('code'));
  code.textContent = type.replaceAll('torch.Tensor', 'Tensor');
  if (documentation) element.appendChild(document.createElement('p')).textContent = documentation;
  return element;
}
