import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Text } from '@alianza/texts/text';
import { textOf } from './catalogs.js';

const catalogs = { es: () => import('./catalogs-es.js'), en: () => import('./catalogs-en.js') };

/** Texts for the browser: only the language of the page is fetched. */
export const loadText = async (lang: PortalLanguage): Promise<Text> => textOf(lang, (await catalogs[lang]()).files);
