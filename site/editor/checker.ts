/** A worker that knows TypeScript and the engine's types: answers what the editor asks of a piece of code. */
import { createSystem, createVirtualTypeScriptEnvironment } from '@typescript/vfs';
import ts from 'typescript';
import { classDocumentation, symbolAt } from './documentation.ts';
import { OPTIONS } from './options.ts';

/** A place in the code, or a stretch of it, counted in characters. */
interface Span {
  from: number;
  to: number;
}

export interface Problem extends Span {
  message: string;
  severity: 'error' | 'warning' | 'info';
}

export interface Completions {
  from: number;
  options: { label: string; kind: string; rank: number }[];
}

/** What a name is: its type, and its documentation. */
export interface Explanation extends Span {
  type: string;
  documentation: string;
}

export interface Questions {
  problems: { code: string };
  completions: { code: string; at: number; explicit: boolean };
  explanation: { code: string; at: number };
  /** Of the completion called `label`. */
  details: { code: string; at: number; label: string };
}

export interface Answers {
  problems: Problem[];
  completions: Completions | null;
  explanation: Explanation | null;
  details: Explanation | null;
}

export type Ask = keyof Questions;
/** The address of types.json, once; then questions. */
export type Message =
  | { types: string }
  | { [Name in Ask]: { id: number; ask: Name; question: Questions[Name] } }[Ask];

const FILE = '/code.ts';

let starting: Promise<ReturnType<typeof createVirtualTypeScriptEnvironment>> | null = null;

async function start(address: string) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the engine's types could not be loaded (${response.status})`);
  const files = new Map<string, string>(Object.entries(await response.json()));
  return createVirtualTypeScriptEnvironment(createSystem(files), ['/globals.d.ts'], ts, OPTIONS);
}

/** The language service, with `code` as the file that is asked about. */
async function serviceFor(code: string): Promise<ts.LanguageService> {
  const environment = await starting!;
  if (environment.getSourceFile(FILE)?.text !== code) {
    if (environment.getSourceFile(FILE)) environment.updateFile(FILE, code || ' ');
    else environment.createFile(FILE, code || ' ');
  }
  return environment.languageService;
}

const answers: { [Name in Ask]: (question: Questions[Name]) => Promise<Answers[Name]> } = {
  async problems({ code }) {
    const service = await serviceFor(code);
    const found = [...service.getSyntacticDiagnostics(FILE), ...service.getSemanticDiagnostics(FILE)];
    return found.flatMap(({ start, length, messageText, category }) => {
      if (start === undefined || length === undefined) return [];
      const message = ts.flattenDiagnosticMessageText(messageText, '\n');
      const severity = category === ts.DiagnosticCategory.Error ? 'error' : 'info';
      return [{ from: start, to: Math.min(start + length, code.length), message, severity }];
    });
  },

  async completions({ code, at, explicit }) {
    const from = at - (/[\w$]*$/.exec(code.slice(0, at))?.[0].length ?? 0);
    if (from === at && code[at - 1] !== '.' && !explicit) return null;
    const service = await serviceFor(code);
    const entries = service.getCompletionsAtPosition(FILE, at, {})?.entries ?? [];
    const options = entries
      .filter(({ kind, name }) => kind !== ts.ScriptElementKind.warning && !name.startsWith('_'))
      .map(({ name, kind, sortText }) => ({ label: name, kind, rank: -Number(sortText) || 0 }));
    return options.length > 0 ? { from, options } : null;
  },

  async explanation({ code, at }) {
    const service = await serviceFor(code);
    const info = service.getQuickInfoAtPosition(FILE, at);
    if (!info) return null;
    const { start, length } = info.textSpan;
    const { type, documentation } = words(info);
    return {
      from: start,
      to: start + length,
      type,
      documentation: documentation || classDocumentation(service, symbolAt(service, FILE, at)),
    };
  },

  async details({ code, at, label }) {
    const service = await serviceFor(code);
    const entry = service.getCompletionEntryDetails(FILE, at, label, {}, undefined, {}, undefined);
    if (!entry) return null;
    const { type, documentation } = words(entry);
    const symbol = service.getCompletionEntrySymbol(FILE, at, label, undefined);
    return { from: at, to: at, type, documentation: documentation || classDocumentation(service, symbol) };
  },
};

function words({ displayParts, documentation }: Pick<ts.QuickInfo, 'displayParts' | 'documentation'>) {
  return {
    type: ts.displayPartsToString(displayParts),
    documentation: ts.displayPartsToString(documentation),
  };
}

self.onmessage = async ({ data }: MessageEvent<Message>) => {
  if ('types' in data) {
    starting = start(data.types);
    starting.catch(() => {}); // each question says so
    return;
  }
  const { id, ask, question } = data;
  try {
    const answer = await (answers[ask] as (question: unknown) => Promise<unknown>)(question);
    postMessage({ id, answer });
  } catch (error) {
    postMessage({ id, failed: error instanceof Error ? error.message : String(error) });
  }
};
