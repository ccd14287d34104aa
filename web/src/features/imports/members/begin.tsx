import { ImportKindContext } from '../api/import-kind.js';
import { ImportBegin } from '../pages/import-begin.js';
import { MemberColumns } from './known-columns.js';
import { memberKind } from './member-kind.js';

/** Where a sheet of members is chosen. */
export function Component() {
  return (
    <ImportKindContext value={memberKind}>
      <ImportBegin beside={<MemberColumns />} />
    </ImportKindContext>
  );
}
