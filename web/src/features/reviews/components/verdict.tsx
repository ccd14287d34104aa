import type { EditablePractice, NewComment } from '@alianza/contracts/repository/practices';
import { useState } from 'react';
import { AppDialog } from '../../../shared/page/dialog.js';
import { useTell } from '../../../shared/page/told.js';
import { read } from '../../../shared/practice/localized.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { effects } from '../api/effects.js';
import { DeclineDialog } from './decline-dialog.js';
import { SendOrCancel } from '../../../shared/forms/send-or-cancel.js';

interface Props {
  readonly practice: EditablePractice;
  readonly comments: readonly NewComment[];
  readonly onDecided: () => void;
}

function useVerdict({ practice: { id, version, publishedAt }, comments, onDecided }: Props) {
  const text = useText();
  const tell = useTell();
  const publish = useWrite('repository.reviews.publish', effects);
  const request = useWrite('repository.reviews.request-changes', effects);
  const decided = (key: string) => () => {
    onDecided();
    tell(text(key));
  };
  return {
    publish: () =>
      publish.mutate(
        { input: { id }, version },
        { onSuccess: decided(publishedAt === null ? 'secretariat.publish.done' : 'secretariat.publish.doneVersion') },
      ),
    request: () => request.mutate({ input: { id, comments: [...comments] }, version }, { onSuccess: decided('secretariat.request.done') }),
    busy: publish.isPending || request.isPending,
    error: publish.error ?? request.error,
  };
}

const openIn = ({ comments }: EditablePractice): number => comments.filter(({ resolvedAt }) => resolvedAt === null).length;

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
  const { content, publishedAt } = props.practice;
  const title = read(content.title, text.lang).text;
  const [written, open] = [props.comments.length, openIn(props.practice)];
  const publishing = what === 'publish';
  const becomes = publishedAt === null ? 'secretariat.publish.text' : 'secretariat.publish.textVersion';
  return (
    <AppDialog
      title={publishing ? text('secretariat.publish.title', { title }) : text('secretariat.request.title', { title })}
      onClose={onClose}
    >
      <p>{publishing ? text(becomes) : text('secretariat.request.text', { count: written + open })}</p>
      {publishing && open > 0 && <p className="hint">{text('secretariat.publish.stillOpen', { count: open })}</p>}
      {publishing && written > 0 && <p className="hint">{text('secretariat.publish.commentsLost', { count: written })}</p>}
      <SendOrCancel
        send={publishing ? text('secretariat.publish.press') : text('secretariat.request.press')}
        error={verdict.error}
        failed={text('secretariat.review.decideFailed')}
        busy={verdict.busy}
        onSend={verdict[what]}
        onCancel={onClose}
      />
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
  const stillOpen = openIn(props.practice);
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
