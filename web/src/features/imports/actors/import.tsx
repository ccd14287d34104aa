import type { ActorImport } from '@alianza/contracts/membership/imports/actors';
import { useWrite } from '../../../shared/session/queries.js';
import { ImportKindContext } from '../api/import-kind.js';
import { ImportPage } from '../pages/import-page.js';
import { actorKind } from './actor-kind.js';
import { ActorMappingStep } from './actor-mapping-step.js';

/** One import of actors, wherever it stands. */
export function Component() {
  const map = useWrite('membership.actor-imports.map');
  const again = async ({ id, mapping }: ActorImport) => mapping && map.mutateAsync({ input: { id, mapping } });
  return (
    <ImportKindContext value={actorKind}>
      <ImportPage
        mapping={(it, onChecked) => <ActorMappingStep it={it as ActorImport} onChecked={onChecked} />}
        again={{ run: (it) => again(it as ActorImport), busy: map.isPending }}
      />
    </ImportKindContext>
  );
}
