import type { EditablePractice } from '@alianza/contracts/repository/practices';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { foreign, read } from '../../../shared/practice/localized.js';
import { practiceSections } from '../../../shared/practice/practice-fields.js';
import { PracticeState } from '../../../shared/practice/practice-state.js';
import { OpenedFile } from '../../../shared/queue/opened-file.js';
import { useRead } from '../../../shared/session/queries.js';
import { useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { useComments } from '../api/kept-comments.js';
import { CommentedField } from './commented-field.js';
import { Verdict } from './verdict.js';

const fields = practiceSections.flatMap((section) => section.fields);

function Opened({ practice, onDecided }: { practice: EditablePractice; onDecided: () => void }) {
  const text = useText();
  const { membership } = useSession();
  const { comments, of, write, forget } = useComments(practice.id, practice.version);
  const own = membership.organizations.some(({ id }) => id === practice.organization?.id);
  const open = practice.status === 'submitted' && !own;
  const decided = () => {
    forget();
    onDecided();
  };
  return (
    <>
      {practice.organization && <p>{practice.organization.name}</p>}
      {own && <p className="hint">{text('secretariat.review.own')}</p>}
      {fields.map((field) => (
        <CommentedField
          key={field}
          field={field}
          content={practice.content}
          comment={of(field)}
          onComment={(words) => write(field, words)}
          open={open}
        />
      ))}
      {open && <Verdict practice={practice} comments={comments} onDecided={decided} />}
    </>
  );
}

/** A practice opened beside the queue: read it field by field, comment, decide. */
export function ReviewFile({ id, onClose }: { id: string; onClose: () => void }) {
  const text = useText();
  const query = useRead('repository.reviews.read', { id });
  const title = query.data && read(query.data.content.title, text.lang);
  return (
    <OpenedFile
      id={id}
      title={title?.text ?? text('secretariat.review.title')}
      lang={title && foreign(title.lang, text.lang)}
      state={query.data && <PracticeState status={query.data.status} />}
      onClose={onClose}
    >
      <Loaded query={query} failed={text('secretariat.review.failed')} skeleton={<RowsSkeleton rows={6} />}>
        {(practice) => <Opened key={practice.version} practice={practice} onDecided={onClose} />}
      </Loaded>
    </OpenedFile>
  );
}
