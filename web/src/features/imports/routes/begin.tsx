import { ImportKindContext } from '../api/import-kind.js';
import { practiceKind } from '../api/practice-kind.js';
import { ImportBegin } from '../pages/import-begin.js';
import { Templates } from '../components/templates.js';

/** Where a sheet of practices is chosen. */
export function Component() {
  return (
    <ImportKindContext value={practiceKind}>
      <ImportBegin beside={<Templates />} />
    </ImportKindContext>
  );
}
