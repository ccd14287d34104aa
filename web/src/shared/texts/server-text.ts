import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Messages, Text } from '@alianza/texts/text';
import { textOf } from './catalogs.js';

/** Mails and problem titles are said by the services. */
const all = import.meta.glob<Messages>(['../../../../packages/texts/*/*.json', '!**/mails.json', '!**/problems.json'], {
  eager: true,
  import: 'default',
});
const filesIn = (lang: PortalLanguage) => Object.fromEntries(Object.entries(all).filter(([file]) => file.includes(`/texts/${lang}/`)));

const spoken: Record<PortalLanguage, Text> = { es: textOf('es', filesIn('es')), en: textOf('en', filesIn('en')) };

/** Texts for pages rendered on the server, which has them all. */
export const serverText = (lang: PortalLanguage): Text => spoken[lang];
