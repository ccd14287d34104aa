import { ImportKindContext } from '../api/import-kind.js';
import { ImportList } from '../pages/import-list.js';
import { practiceKind } from './practice-kind.js';
import { Templates } from './templates.js';

/** Sheets of practices that were imported. */
export function Component() {
  return (
    <ImportKindContext value={practiceKind}>
      <ImportList beside={<Templates />} />
    </ImportKindContext>
  );
}
