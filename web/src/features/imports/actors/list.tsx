import { ImportKindContext } from '../api/import-kind.js';
import { ImportList } from '../pages/import-list.js';
import { ActorColumns } from './known-columns.js';
import { actorKind } from './actor-kind.js';

/** Sheets of actors that were imported. */
export function Component() {
  return (
    <ImportKindContext value={actorKind}>
      <ImportList beside={<ActorColumns />} />
    </ImportKindContext>
  );
}
