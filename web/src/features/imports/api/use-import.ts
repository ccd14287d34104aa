import type { PracticeImport } from '@alianza/contracts/repository/imports';
import { useRead } from '../../../shared/session/queries.js';

const moving: readonly PracticeImport['status'][] = ['reading', 'checking', 'applying'];

/** An import, asked for again while something of it goes on in the background. */
export function useImport(id: string) {
  const query = useRead('repository.imports.get', { id });
  const busy = query.data !== undefined && moving.includes(query.data.status);
  useRead('repository.imports.get', { id }, busy ? { every: 1000 } : { enabled: false });
  return query;
}
