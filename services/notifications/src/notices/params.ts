import { resolve, type Reader } from '@alianza/platform/data/localized';
import type { Params } from './rules.js';

/** What a text is filled with, for one reader. */
export const paramsFor = (params: Params, reader: Reader): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? value : resolve(value, reader).text]),
  );
