import type { EditablePractice } from '@alianza/contracts/repository/practices';
import { useParams } from 'react-router';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { useTitleAfter } from '../../../shared/page/page.js';
import { useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { ReadOnly } from '../components/read-only.js';
import { Editor } from '../editor/editor.js';

const editable = ({ status }: EditablePractice) => status === 'draft' || status === 'changes-requested';

/** A practice of the organisation acted for: to be written while it may be, to be read otherwise. */
export function Component() {
  const text = useText();
  const { id = '' } = useParams();
  const query = useRead('repository.practices.read', { id });
  useTitleAfter(query.data?.status);
  return (
    <Loaded query={query} failed={text('practiceForm.failed')} skeleton={<RowsSkeleton rows={6} />}>
      {(practice) => (editable(practice) ? <Editor key={practice.id} practice={practice} /> : <ReadOnly practice={practice} />)}
    </Loaded>
  );
}
