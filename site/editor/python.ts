/** Python in the editor: its grammar, and the names of torch as one types them. */

import names from 'virtual:python/names';
import {
  autocompletion,
  type Completion,
  type CompletionContext,
  completionKeymap,
} from '@codemirror/autocomplete';
import { globalCompletion, localCompletionSource, python, pythonLanguage } from '@codemirror/lang-python';
import type { Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';

export function pythonSupport(): Extension {
  return [
    python(),
    autocompletion(),
    keymap.of(completionKeymap),
    pythonLanguage.data.of({ autocomplete: localCompletionSource }),
    pythonLanguage.data.of({ autocomplete: globalCompletion }),
    pythonLanguage.data.of({ autocomplete: completeMember }),
  ];
}

/** What stands before a dot decides: a module of torch, or anything else, which may be a tensor. */
const modules: [RegExp, keyof typeof names][] = [
  [/(?:\bF|\bfunctional)$/, 'functional'],
  [/\blinalg$/, 'linalg'],
  [/\bnn$/, 'nn'],
  [/\boptim$/, 'optim'],
  [/(?:\bdist|\bdistributed)$/, 'distributed'],
  [/\btorch$/, 'torch'],
];

function completeMember(context: CompletionContext) {
  const typed = context.matchBefore(/[\w)\]]+\.\w*/);
  if (!typed) return null;
  const dot = typed.text.indexOf('.');
  const before = context.state.sliceDoc(Math.max(0, typed.from - 40), typed.from + dot);
  const found = modules.find(([pattern]) => pattern.test(before))?.[1] ?? 'Tensor';
  const options: Completion[] = names[found].map(([label, detail, info]) => ({
    label,
    detail,
    info,
    type: 'function',
  }));
  return { from: typed.from + dot + 1, options, validFor: /^\w*$/ };
}
