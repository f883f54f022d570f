/** What a page says to a new service worker once the learner wants the new version. */
export const ASK_TO_TAKE_OVER = 'take over';
