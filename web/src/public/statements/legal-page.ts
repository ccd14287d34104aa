import type { NetworkVisit, Page } from '../visit.js';
import { lawPage } from './law-page.js';

/** `/{network}/aviso-legal`. */
export const legalPage = (visit: NetworkVisit, version?: number): Promise<Page> =>
  lawPage(
    'legal',
    {
      title: 'legal.title',
      lede: 'legal.lede',
      description: 'legal.description',
      keyOf: (part, what) => `legal.section.${part}.${what}`,
      contents: false,
      parts: [
        { name: 'who', anchor: 'quien' },
        { name: 'demo', anchor: 'demostracion' },
        { name: 'use', anchor: 'uso' },
        { name: 'accuracy', anchor: 'exactitud' },
        { name: 'correct', anchor: 'correcciones' },
        { name: 'data', anchor: 'datos' },
      ],
    },
    visit,
    version,
  );
