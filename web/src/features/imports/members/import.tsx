import type { MemberImport } from '@alianza/contracts/membership/imports/members';
import { useWrite } from '../../../shared/session/queries.js';
import { ImportKindContext } from '../api/import-kind.js';
import { ImportPage } from '../pages/import-page.js';
import { memberKind } from './member-kind.js';
import { MemberMappingStep } from './member-mapping-step.js';

/** One import of members, wherever it stands. */
export function Component() {
  const map = useWrite('membership.imports.map');
  const again = async ({ id, mapping }: MemberImport) => mapping && map.mutateAsync({ input: { id, mapping } });
  return (
    <ImportKindContext value={memberKind}>
      <ImportPage
        mapping={(it, onChecked) => <MemberMappingStep it={it as MemberImport} onChecked={onChecked} />}
        again={{ run: (it) => again(it as MemberImport), busy: map.isPending }}
      />
    </ImportKindContext>
  );
}
