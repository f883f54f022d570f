/** Gives the functions of page.ts to the program that drives the page. */

import * as bench from './page.ts';

Object.assign(globalThis, { bench });
