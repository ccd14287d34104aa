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
      parts: [
        { name: 'about', anchor: 'para-que' },
        { name: 'search', anchor: 'buscar' },
        { name: 'read', anchor: 'leer' },
        { name: 'propose', anchor: 'proponer' },
        { name: 'review', anchor: 'revision' },
        { name: 'cite', anchor: 'citar' },
        { name: 'repeat', anchor: 'repetir' },
        { name: 'write', anchor: 'escribir' },
      ],
    },
    visit,
  );
