import type { ImportStatus } from '@alianza/contracts/imports/sheet-imports';
import { useRead } from '../../../shared/session/queries.js';
import { useImportKind } from './import-kind.js';

const moving: readonly ImportStatus[] = ['reading', 'checking', 'applying'];

/** An import, asked for again while something of it goes on in the background. */
export function useImport(id: string) {
  const { operations } = useImportKind();
  const query = useRead(operations.get, { id });
  const busy = query.data !== undefined && moving.includes(query.data.status);
  useRead(operations.get, { id }, busy ? { every: 1000 } : { enabled: false });
  return query;
}
