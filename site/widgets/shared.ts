/** Code that comes by a link, or is to go by one: it is looked at first, never runs by itself, and overwrites nothing. */
import type { Language } from '../../graders/both.ts';
import { isShared, sharedCode, shareHash } from '../code/share.ts';
import { diffElement, showNotice } from './notice.ts';

export interface Shareable {
  code: string;
  language: Language;
  /** The learner's code in a language; null where there is nothing to write in it. */
  codeIn(language: Language): string | null;
  /** Where words to the learner go. */
  notices: HTMLElement;
  /** Shows code that is not the learner's own, whose draft stays as it is. */
  borrow(code: string, language: Language): void;
  /** Goes back to the learner's own draft. */
  giveBack(): void;
}

export async function offerShared(editor: Shareable): Promise<void> {
  if (!isShared(location.hash)) return;
  const { notices } = editor;
  try {
    const { code, language } = await sharedCode(location.hash);
    const own = editor.codeIn(language);
    if (own === null)
      throw new Error('This link brings Python, and what it leads to is in TypeScript alone.');
    showNotice(notices, {
      text: 'This link brings code that somebody else wrote. Nothing has run, and your own code is untouched.',
      detail: diffElement('The code in the link, compared with yours', own, code),
      actions: {
        'Open it in the editor': () => {
          editor.borrow(code, language);
          showNotice(notices, {
            text: 'This is the code from the link. Your own is kept.',
            actions: { 'Back to my code': () => editor.giveBack() },
          });
        },
        'No, thanks': () => forgetHash(),
      },
    });
  } catch (error) {
    showNotice(notices, { text: (error as Error).message, actions: { Close: () => forgetHash() } });
  }
}

export async function share(editor: Shareable): Promise<void> {
  try {
    const address = new URL(location.href);
    address.hash = await shareHash(editor.code, editor.language);
    await navigator.clipboard.writeText(address.href);
    showNotice(editor.notices, {
      text: 'The link is copied: it carries your code with it.',
      actions: { Close() {} },
    });
  } catch (error) {
    showNotice(editor.notices, {
      text: `No link was copied. ${(error as Error).message}`,
      actions: { Close() {} },
    });
  }
}

function forgetHash(): void {
  history.replaceState(null, '', location.pathname + location.search);
}
