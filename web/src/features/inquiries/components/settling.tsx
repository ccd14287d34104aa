import type { Inquiry } from '@alianza/contracts/repository/inquiries';
import { useState, type SyntheticEvent } from 'react';
import { Ask } from '../../../shared/forms/ask.js';
import { useTell } from '../../../shared/page/told.js';
import { Failure } from '../../../shared/page/failure.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useKeptWords } from '../../../shared/session/unsent.js';
import { useText } from '../../../shared/texts/use-text.js';

interface Props {
  readonly inquiry: Inquiry;
  readonly act: 'answer' | 'close';
  readonly onSettled: () => void;
}

const words = {
  answer: { field: 'answer', missing: 'answerMissing', help: 'answerHelp', press: 'send', limit: 3000 },
  close: { field: 'reason', missing: 'reasonMissing', help: 'reasonHelp', press: 'closePress', limit: 1000 },
} as const;

function useSettling({ inquiry: { id, version }, act, onSettled }: Props, forget: () => void) {
  const text = useText();
  const tell = useTell();
  const done = () => {
    forget();
    onSettled();
    tell(text(`inquiries.file.done.${act}`));
  };
  const answer = useWrite('repository.inquiries.answer');
  const close = useWrite('repository.inquiries.close');
  const settled = (said: string): Promise<unknown> =>
    act === 'answer'
      ? answer.mutateAsync({ input: { id, text: said }, version })
      : close.mutateAsync({ input: { id, reason: said }, version });
  // what is read anew takes this form away: a callback of it would not be called
  const send = (said: string) => void settled(said).then(done, () => undefined);
  return { send, busy: answer.isPending || close.isPending, error: answer.error ?? close.error };
}

/** An answer, or the reason why there is none: either goes to who wrote by mail. */
export function Settling(props: Props) {
  const text = useText();
  const { field, missing, help, press, limit } = words[props.act];
  const { words: said, write, forget } = useKeptWords(`inquiry.${props.inquiry.id}.${props.act}`);
  const { send, busy, error } = useSettling(props, forget);
  const [wrong, setWrong] = useState<string>();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const isEmpty = said.trim() === '';
    setWrong(isEmpty ? text(`inquiries.file.${missing}`) : undefined);
    if (isEmpty) document.getElementById('said')?.focus();
    else send(said);
  };
  return (
    <form className="form" noValidate onSubmit={submit}>
      <Ask
        id="said"
        label={text(`inquiries.file.${field}`)}
        help={text(`inquiries.file.${help}`)}
        error={wrong}
        count={{ used: said.length, limit }}
      >
        {(control) => (
          <textarea
            className="input"
            {...control}
            rows={5}
            value={said}
            maxLength={limit}
            onChange={(event) => write(event.target.value)}
          />
        )}
      </Ask>
      <div className="buttons">
        <button className="button" type="submit" disabled={busy}>
          {text(`inquiries.file.${press}`)}
        </button>
      </div>
      {error && <Failure error={error} title={text('inquiries.file.refused')} />}
    </form>
  );
}
