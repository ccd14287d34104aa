import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Messages, Text } from '@alianza/texts/text';
import { files as english } from './catalogs-en.js';
import { files as spanish } from './catalogs-es.js';
import { textOf } from './catalogs.js';

/** Long words that only pages of the server say: no browser loads them. */
const long = import.meta.glob<Messages>('../../../../packages/texts/*/{help,legal,privacy,accessibility}.json', {
  eager: true,
  import: 'default',
});
const longIn = (lang: PortalLanguage) => Object.fromEntries(Object.entries(long).filter(([file]) => file.includes(`/texts/${lang}/`)));

const spoken: Record<PortalLanguage, Text> = {
  es: textOf('es', { ...spanish, ...longIn('es') }),
  en: textOf('en', { ...english, ...longIn('en') }),
};

/** Texts for pages rendered on the server, which has them all. */
export const serverText = (lang: PortalLanguage): Text => spoken[lang];
