import { generalErrors } from '@alianza/contracts/errors';
import { uploadErrors } from '@alianza/contracts/gateway/uploads';
import { operations } from '@alianza/contracts/registry';

/** Every code that an answer of this platform may carry. */
export const problemCodes: readonly string[] = [
  ...new Set([
    ...Object.keys(generalErrors),
    ...Object.keys(uploadErrors),
    ...operations.flatMap(({ errors }) => errors.map(({ code }) => code)),
  ]),
].sort();
