import { resolve, type Reader } from '@alianza/platform/data/localized';
import type { Params } from './rules.js';

/** For what was told before its texts asked for them; whatever else a text lacks is a defect, and throws. */
const missing = { where: 'network', renewed: 'no' };

/** What a text is filled with, for one reader. */
export const paramsFor = (params: Params, reader: Reader): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ ...missing, ...params }).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : resolve(value, reader).text,
    ]),
  );
