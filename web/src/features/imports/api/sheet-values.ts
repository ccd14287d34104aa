import { sheetLimits } from '@alianza/contracts/imports/import-columns';

/** How large a sheet may be. */
export const largest = sheetLimits;
