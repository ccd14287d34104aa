import type { ReviewedPractice } from '@alianza/contracts/repository/reviews';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { Changes } from '../../../shared/practice/changes.js';
import { foreign, read } from '../../../shared/practice/localized.js';
import { OnBehalf } from '../../../shared/practice/on-behalf.js';
import { shownOf } from '../../../shared/practice/practice-fields.js';
import { PracticeState } from '../../../shared/practice/practice-state.js';
import { OpenedFile } from '../../../shared/queue/opened-file.js';
import { useRead } from '../../../shared/session/queries.js';
import { useMay, useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { useComments } from '../api/kept-comments.js';
import { Assignment } from './assignment.js';
import { CommentedField } from './commented-field.js';
import { Guests } from './guests.js';
import { SendComments } from './send-comments.js';
import { Verdict } from './verdict.js';

function ChangedSince({ title, changes }: { title: string; changes: ReviewedPractice['changes'] }) {
  const text = useText();
  if (changes === null) return null;
  return (
    <details open>
      <summary>{title}</summary>
      {changes.length === 0 ? <p className="quiet-text">{text('review.changes.none')}</p> : <Changes changes={changes} />}
    </details>
  );
}

/** Open at once: who reads again begins with what is new. What the public would read otherwise is told whoever looked at it before. */
function Changed({ practice: { changes, sincePublished, publishedAt } }: { practice: ReviewedPractice }) {
  const text = useText();
  const title = publishedAt !== null && sincePublished === null ? text('review.changes.titleVersion') : text('review.changes.title');
  return (
    <>
      <ChangedSince title={title} changes={changes} />
      <ChangedSince title={text('review.changes.titleVersion')} changes={sincePublished} />
    </>
  );
}

function Opened({ practice, onDecided }: { practice: ReviewedPractice; onDecided: () => void }) {
  const text = useText();
  const may = useMay();
  const { membership } = useSession();
  const { comments, of, write, forget } = useComments(practice.id, practice.submission);
  const own = membership.organizations.some(({ id }) => id === practice.organization?.id);
  const open = practice.status === 'submitted' && !own;
  const decides = open && may('practices:review');
  const decided = () => {
    forget();
    onDecided();
  };
  return (
    <>
      {practice.organization && <p>{practice.organization.name}</p>}
      <OnBehalf practice={practice} />
      {own && <p className="hint">{text('secretariat.review.own')}</p>}
      {open && !decides && <p className="hint">{text('review.guest.lede')}</p>}
      {open && practice.publishedAt !== null && <p className="hint">{text('review.version.replaces')}</p>}
      {decides && <Assignment practice={practice} />}
      {open && may('practices:invite') && <Guests id={practice.id} />}
      <Changed practice={practice} />
      {shownOf(practice.content).map((field) => (
        <CommentedField
          key={field}
          field={field}
          content={practice.content}
          earlier={practice.comments.filter((said) => said.field === field)}
          comment={of(field)}
          onComment={(words) => write(field, words)}
          open={open}
          decides={decides}
        />
      ))}
      {decides && <Verdict practice={practice} comments={comments} onDecided={decided} />}
      {open && !decides && <SendComments id={practice.id} comments={comments} onSent={({ field }) => write(field, '')} />}
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
      state={query.data && <PracticeState of={query.data} />}
      onClose={onClose}
    >
      <Loaded query={query} failed={text('secretariat.review.failed')} skeleton={<RowsSkeleton rows={6} />}>
        {(practice) => <Opened key={practice.submission} practice={practice} onDecided={onClose} />}
      </Loaded>
    </OpenedFile>
  );
}
