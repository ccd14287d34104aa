import type { NetworkVisit, Page } from '../visit.js';
import { statementPage } from './statement.js';

/** `/{network}/aviso-legal`. */
export const legalPage = (visit: NetworkVisit): Page =>
  statementPage(
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
  );
