import type { PracticeImport } from '@alianza/contracts/repository/imports';
import { useWrite } from '../../../shared/session/queries.js';
import { ImportKindContext } from '../api/import-kind.js';
import { ImportPage } from '../pages/import-page.js';
import { practiceKind } from './practice-kind.js';
import { PracticeMappingStep } from './practice-mapping-step.js';

/** One import of practices, wherever it stands. */
export function Component() {
  const map = useWrite('repository.imports.map');
  const again = async ({ id, mapping }: PracticeImport) => mapping && map.mutateAsync({ input: { id, mapping } });
  return (
    <ImportKindContext value={practiceKind}>
      <ImportPage
        mapping={(it, onChecked) => <PracticeMappingStep it={it as PracticeImport} onChecked={onChecked} />}
        again={{ run: (it) => again(it as PracticeImport), busy: map.isPending }}
      />
    </ImportKindContext>
  );
}
