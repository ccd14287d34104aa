import type { EditablePractice, NewComment } from '@alianza/contracts/repository/practices';
import { useState } from 'react';
import { AppDialog } from '../../../shared/page/dialog.js';
import { Failure } from '../../../shared/page/failure.js';
import { read } from '../../../shared/practice/localized.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { effects } from '../api/effects.js';
import { DeclineDialog } from './decline-dialog.js';

interface Props {
  readonly practice: EditablePractice;
  readonly comments: readonly NewComment[];
  readonly onDecided: () => void;
}

function useVerdict({ practice: { id, version }, comments, onDecided }: Props) {
  const publish = useWrite('repository.reviews.publish', effects);
  const request = useWrite('repository.reviews.request-changes', effects);
  return {
    publish: () => publish.mutate({ input: { id }, version }, { onSuccess: onDecided }),
    request: () => request.mutate({ input: { id, comments: [...comments] }, version }, { onSuccess: onDecided }),
    busy: publish.isPending || request.isPending,
    error: publish.error ?? request.error,
  };
}

function Confirm({
  what,
  verdict,
  props,
  onClose,
}: {
  what: 'publish' | 'request';
  verdict: ReturnType<typeof useVerdict>;
  props: Props;
  onClose: () => void;
}) {
  const text = useText();
  const title = read(props.practice.content.title, text.lang).text;
  const count =
    props.comments.length + (what === 'request' ? props.practice.comments.filter(({ resolvedAt }) => resolvedAt === null).length : 0);
  const publishing = what === 'publish';
  return (
    <AppDialog
      title={publishing ? text('secretariat.publish.title', { title }) : text('secretariat.request.title', { title })}
      onClose={onClose}
    >
      <p>{publishing ? text('secretariat.publish.text') : text('secretariat.request.text', { count })}</p>
      {publishing && count > 0 && <p className="hint">{text('secretariat.publish.commentsLost', { count })}</p>}
      {verdict.error && <Failure error={verdict.error} title={text('secretariat.review.decideFailed')} />}
      <div className="buttons">
        <button className="button" type="button" disabled={verdict.busy} onClick={verdict[what]}>
          {publishing ? text('secretariat.publish.press') : text('secretariat.request.press')}
        </button>
        <button className="button second" type="button" onClick={onClose}>
          {text('states.form.cancel')}
        </button>
      </div>
    </AppDialog>
  );
}

/** Publish, or ask for changes; the second needs at least one comment to say which. */
export function Verdict(props: Props) {
  const text = useText();
  const verdict = useVerdict(props);
  const [asking, ask] = useState<'publish' | 'request' | 'decline' | null>(null);
  const [unsaid, setUnsaid] = useState(false);
  const count = props.comments.length;
  const stillOpen = props.practice.comments.filter(({ resolvedAt }) => resolvedAt === null).length;
  const request = () => {
    setUnsaid(count + stillOpen === 0);
    if (count + stillOpen > 0) ask('request');
  };
  return (
    <div className="verdict">
      <p role="status" className="quiet-text">
        {unsaid && count === 0 ? text('secretariat.request.nothingSaid') : text('secretariat.review.comments', { count })}
        {stillOpen > 0 && `. ${text('review.stillOpen', { count: stillOpen })}`}
      </p>
      <div className="buttons">
        <button className="button" type="button" onClick={() => ask('publish')}>
          {text('secretariat.publish.press')}
        </button>
        <button className="button second" type="button" onClick={request}>
          {text('secretariat.request.press')}
        </button>
        <button className="button second" type="button" onClick={() => ask('decline')}>
          {text('review.decline.press')}
        </button>
      </div>
      {(asking === 'publish' || asking === 'request') && (
        <Confirm what={asking} verdict={verdict} props={props} onClose={() => ask(null)} />
      )}
      {asking === 'decline' && <DeclineDialog practice={props.practice} onDecided={props.onDecided} onClose={() => ask(null)} />}
    </div>
  );
}
