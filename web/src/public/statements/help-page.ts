import { helpParts } from '@alianza/texts/help-parts';
import type { NetworkVisit, Page } from '../visit.js';
import { statementPage } from './statement.js';

/** `/{network}/ayuda`. */
export const helpPage = (visit: NetworkVisit): Page =>
  statementPage(
    {
      title: 'help.title',
      lede: 'help.lede',
      description: 'help.description',
      keyOf: (part, what) => `help.section.${part}.${what}`,
      contents: true,
      parts: helpParts,
    },
    visit,
  );
