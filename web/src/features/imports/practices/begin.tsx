import { ImportKindContext } from '../api/import-kind.js';
import { ImportBegin } from '../pages/import-begin.js';
import { practiceKind } from './practice-kind.js';
import { Templates } from './templates.js';

/** Where a sheet of practices is chosen. */
export function Component() {
  return (
    <ImportKindContext value={practiceKind}>
      <ImportBegin beside={<Templates />} />
    </ImportKindContext>
  );
}
