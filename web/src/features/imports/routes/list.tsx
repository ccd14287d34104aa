import { ImportKindContext } from '../api/import-kind.js';
import { practiceKind } from '../api/practice-kind.js';
import { ImportList } from '../pages/import-list.js';
import { Templates } from '../components/templates.js';

/** Sheets of practices that were imported. */
export function Component() {
  return (
    <ImportKindContext value={practiceKind}>
      <ImportList beside={<Templates />} />
    </ImportKindContext>
  );
}
