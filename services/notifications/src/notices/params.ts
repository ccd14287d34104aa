import type { Language } from '@alianza/contracts/shapes';
import { resolve } from '@alianza/platform/data/localized';
import type { Params } from './rules.js';

/** What a text is filled with, in one language. */
export const inLanguage = (params: Params, lang: Language): Record<string, string> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? value : resolve(value, lang).text]));
