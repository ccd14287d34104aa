import { ImportKindContext } from '../api/import-kind.js';
import { ImportList } from '../pages/import-list.js';
import { MemberColumns } from './known-columns.js';
import { memberKind } from './member-kind.js';

/** Sheets of members that were imported. */
export function Component() {
  return (
    <ImportKindContext value={memberKind}>
      <ImportList beside={<MemberColumns />} />
    </ImportKindContext>
  );
}
