import type { EditablePractice } from '@alianza/contracts/repository/practices';
import { ReasonDialog } from '../../../shared/forms/reason-dialog.js';
import { useTell } from '../../../shared/page/told.js';
import { read } from '../../../shared/practice/localized.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useKeptWords } from '../../../shared/session/unsent.js';
import { useText } from '../../../shared/texts/use-text.js';
import { effects } from '../api/effects.js';

interface Props {
  readonly practice: EditablePractice;
  readonly onDecided: () => void;
  readonly onClose: () => void;
}

/** A no for good, with the reason that its author reads. */
export function DeclineDialog({ practice: { id, version, content, publishedAt }, onDecided, onClose }: Props) {
  const text = useText();
  const tell = useTell();
  const decline = useWrite('repository.reviews.decline', effects);
  const said = {
    reason: text('review.decline.label'),
    missing: text('review.decline.missing'),
    send: text('review.decline.press'),
    failed: text('review.decline.failed'),
  };
  const { words, write, forget } = useKeptWords(`decline.${id}`);
  const done = () => {
    forget();
    onDecided();
    tell(text('review.decline.done'));
  };
  const decide = (reason: string) => void decline.mutateAsync({ input: { id, reason }, version }).then(done, () => undefined);
  const title = text('review.decline.title', { title: read(content.title, text.lang).text });
  return (
    <ReasonDialog {...{ title, said, onClose }} limit={3000} deciding={decline} kept={words} onWrite={write} onDecide={decide}>
      {publishedAt === null ? text('review.decline.text') : text('review.decline.textVersion')}
    </ReasonDialog>
  );
}
