import type { NetworkVisit, Page } from '../visit.js';
import { lawPage } from './law-page.js';

/** `/{network}/accesibilidad`. */
export const accessibilityPage = (visit: NetworkVisit, version?: number): Promise<Page> =>
  lawPage(
    'accessibility',
    {
      title: 'accessibility.title',
      lede: 'accessibility.lede',
      description: 'accessibility.description',
      keyOf: (part, what) => `accessibility.section.${part}.${what}`,
      contents: false,
      parts: [
        { name: 'aim', anchor: 'objetivo' },
        { name: 'does', anchor: 'que-ofrece' },
        { name: 'tested', anchor: 'como-se-comprueba' },
        { name: 'gaps', anchor: 'que-falta' },
        { name: 'report', anchor: 'avisar' },
        { name: 'date', anchor: 'fecha' },
      ],
    },
    visit,
    version,
  );
