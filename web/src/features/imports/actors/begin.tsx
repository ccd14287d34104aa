import { ImportKindContext } from '../api/import-kind.js';
import { ImportBegin } from '../pages/import-begin.js';
import { ActorColumns } from './known-columns.js';
import { actorKind } from './actor-kind.js';

/** Where a sheet of actors is chosen. */
export function Component() {
  return (
    <ImportKindContext value={actorKind}>
      <ImportBegin beside={<ActorColumns />} />
    </ImportKindContext>
  );
}
