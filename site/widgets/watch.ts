/** Grading while the learner types, for who wants it: whenever they pause, as if they had pressed Run. */
import { readStatus, writeStatus } from './status.ts';

const KEY = 'watch';

/** Milliseconds without a keystroke. */
const PAUSE = 600;

/** `button` switches it on and off, on all pages. Hands back what to call at every change of the code. */
export function watchTyping(button: HTMLElement, grade: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isOn = (): boolean => readStatus<boolean>(KEY) === true;
  const show = (): void => {
    button.ariaPressed = String(isOn());
  };
  show();
  button.addEventListener('click', () => {
    writeStatus(KEY, !isOn());
    show();
    if (isOn()) grade();
    else clearTimeout(timer);
  });
  return () => {
    clearTimeout(timer);
    if (isOn()) timer = setTimeout(grade, PAUSE);
  };
}
