import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Messages, Text } from '@alianza/texts/text';
import { textOf } from './catalogs.js';

type Catalog = () => Promise<{ readonly files: Readonly<Record<string, Messages>> }>;
type Catalogs = Readonly<Record<PortalLanguage, Catalog>>;

const visitor: Catalogs = { es: () => import('./visitor-es.js'), en: () => import('./visitor-en.js') };
const workspace: Catalogs = { es: () => import('./workspace-es.js'), en: () => import('./workspace-en.js') };

/** Texts for a visitor's browser: only the language of the page is fetched, and nothing that only workspaces say. */
export const loadVisitorText = async (lang: PortalLanguage): Promise<Text> => textOf(lang, (await visitor[lang]()).files);

/** Texts for whoever works in the portal. */
export async function loadText(lang: PortalLanguage): Promise<Text> {
  const [common, own] = await Promise.all([visitor[lang](), workspace[lang]()]);
  return textOf(lang, { ...common.files, ...own.files });
}
