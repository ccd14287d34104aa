import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Text } from '@alianza/texts/text';
import { files as english } from './catalogs-en.js';
import { files as spanish } from './catalogs-es.js';
import { textOf } from './catalogs.js';

const spoken: Record<PortalLanguage, Text> = { es: textOf('es', spanish), en: textOf('en', english) };

/** Texts for pages rendered on the server, which has them all. */
export const serverText = (lang: PortalLanguage): Text => spoken[lang];
