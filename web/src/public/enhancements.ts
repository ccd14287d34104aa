import { copyOnPress } from './enhancements/copy.js';
import { liveSearch } from './enhancements/live-search.js';
import { printOnPress } from './enhancements/print.js';
import { suggestTitles } from './enhancements/suggestions.js';

/** What a script adds to a page that is complete without it. */
for (const part of document.querySelectorAll<HTMLElement>('[data-needs-script]')) part.hidden = false;
copyOnPress();
printOnPress();
liveSearch();
suggestTitles();

const field = document.querySelector<HTMLInputElement>('input[data-focused]');
if (field !== null && location.hash === '' && matchMedia('(pointer: fine)').matches) field.focus({ preventScroll: true });
