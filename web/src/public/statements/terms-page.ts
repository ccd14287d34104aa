import type { NetworkVisit, Page } from '../visit.js';
import { lawPage } from './law-page.js';

/** `/{network}/condiciones`. */
export const termsPage = (visit: NetworkVisit, version?: number): Promise<Page> =>
  lawPage(
    'terms',
    {
      title: 'terms.title',
      lede: 'terms.lede',
      description: 'terms.description',
      keyOf: (part, what) => `terms.section.${part}.${what}`,
      contents: false,
      parts: [
        { name: 'who', anchor: 'quien' },
        { name: 'rights', anchor: 'derechos' },
        { name: 'licence', anchor: 'licencia' },
        { name: 'review', anchor: 'revision' },
        { name: 'correct', anchor: 'correcciones' },
      ],
    },
    visit,
    version,
  );
