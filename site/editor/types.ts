/** The editor's knowledge of types: problems under the code, completion, and what a name is. Loaded on first focus. */
import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { linter, lintKeymap } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { EditorView, hoverTooltip, keymap } from '@codemirror/view';
import type { Answers, Ask, Explanation, Message, Questions } from './checker.ts';

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

export function typeSupport(): Extension {
  checker ??= new Checker();
  const ask = checker.ask.bind(checker) as Checker['ask'];
  return [
    linter(async ({ state }) => (await ask('problems', { code: state.doc.toString() })) ?? [], {
      delay: REST_MS,
    }),
    autocompletion({ override: [(context) => complete(context, ask)], icons: false }),
    hoverTooltip(async ({ state }, at) => {
      const found = await ask('explanation', { code: state.doc.toString(), at });
      return found && { pos: found.from, end: found.to, create: () => ({ dom: explanationElement(found) }) };
    }),
    keymap.of(lintKeymap),
    EditorView.theme({ '.cm-tooltip': { zIndex: '20' } }),
  ];
}

async function complete(context: CompletionContext, ask: Checker['ask']): Promise<CompletionResult | null> {
  const question = { code: context.state.doc.toString(), at: context.pos };
  const found = await ask('completions', { ...question, explicit: context.explicit });
  if (!found) return null;
  return {
    from: found.from,
    validFor: /^[\w$]*$/,
    options: found.options.map(({ label, kind, rank }) => ({
      label,
      type: kind,
      boost: rank,
      info: async () => {
        const details = await ask('details', { ...question, label });
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
