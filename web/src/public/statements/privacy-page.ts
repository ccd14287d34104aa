import type { NetworkVisit, Page } from '../visit.js';
import { lawPage } from './law-page.js';

/** `/{network}/privacidad`: what is kept and for how long is what purges of the services do. */
export const privacyPage = (visit: NetworkVisit, version?: number): Promise<Page> =>
  lawPage(
    'privacy',
    {
      title: 'privacy.title',
      lede: 'privacy.lede',
      description: 'privacy.description',
      keyOf: (part, what) => `privacy.section.${part}.${what}`,
      contents: true,
      parts: [
        { name: 'who', anchor: 'quien' },
        { name: 'demo', anchor: 'demostracion' },
        { name: 'reading', anchor: 'leer' },
        { name: 'messages', anchor: 'mensajes' },
        { name: 'applications', anchor: 'solicitudes' },
        { name: 'accounts', anchor: 'cuentas' },
        { name: 'work', anchor: 'trabajo' },
        { name: 'mails', anchor: 'correos' },
        { name: 'published', anchor: 'publicado' },
        { name: 'rights', anchor: 'derechos' },
      ],
    },
    visit,
    version,
  );
