import { generalErrors } from '@alianza/contracts/errors';
import { operations } from '@alianza/contracts/registry';

/** Every code that an answer of this platform may carry. */
export const problemCodes: readonly string[] = [
  ...new Set([...Object.keys(generalErrors), ...operations.flatMap(({ errors }) => errors.map(({ code }) => code))]),
].sort();
