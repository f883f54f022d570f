/** A word to the learner above the editor, with what can be done about it. One at a time. */
import { diffLines } from '../code/diff.ts';

export interface Notice {
  text: string;
  /** Shown below the text. */
  detail?: HTMLElement;
  /** Buttons by their labels; each closes the notice. */
  actions: Record<string, () => void>;
}

export function showNotice(place: HTMLElement, { text, detail, actions }: Notice): void {
  const notice = document.createElement('div');
  notice.className = 'notice';
  notice.role = 'status';
  notice.append(Object.assign(document.createElement('p'), { textContent: text }));
  if (detail) notice.append(detail);
  const bar = notice.appendChild(document.createElement('p'));
  bar.className = 'notice-actions';
  for (const [label, act] of Object.entries(actions)) {
    const button = bar.appendChild(document.createElement('button'));
    Object.assign(button, { type: 'button', className: 'button quiet', textContent: label });
    button.addEventListener('click', () => {
      notice.remove();
      act();
    });
  }
  place.replaceChildren(notice);
}

/** What has changed between two versions of a code: by signs as well as by colours. */
export function diffElement(label: string, before: string, after: string): HTMLElement {
  const pre = document.createElement('pre');
  pre.className = 'code diff';
  pre.tabIndex = 0;
  pre.ariaLabel = label;
  for (const { kind, text } of diffLines(before, after)) {
    const line = pre.appendChild(document.createElement('span'));
    line.className = kind;
    line.textContent = `${{ same: ' ', added: '+', removed: '-' }[kind]} ${text}\n`;
  }
  return pre;
}
