import { useState } from 'react';
import { useParams } from 'react-router';
import { Kept } from '../../../shared/forms/kept.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { QueueHead } from '../../../shared/queue/queue-head.js';
import { useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { CorrectionForm } from '../corrections/correction-form.js';

/** What the secretariat puts right of a member's data. */
export function Component() {
  const text = useText();
  const { id = '' } = useParams();
  const query = useRead('membership.members.get', { id });
  const [from, begin] = useState(0);
  const readAgain = async () => begin((await query.refetch()).data?.version ?? 0);
  return (
    <>
      <QueueHead title={query.data ? text('members.correct.title', { name: query.data.name }) : text('members.file.title')}>
        {null}
      </QueueHead>
      <div className="form-col is-narrow">
        <Loaded query={query} failed={text('members.correct.loadFailed')} skeleton={<RowsSkeleton rows={6} />}>
          {(read) => (
            <Kept key={read.id} read={read} from={from}>
              {(member) => <CorrectionForm key={member.version} member={member} onReadAgain={() => void readAgain()} />}
            </Kept>
          )}
        </Loaded>
      </div>
    </>
  );
}
