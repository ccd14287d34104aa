import { useState, type SyntheticEvent } from 'react';
import { Ask } from '../../../shared/forms/ask.js';
import { Failure } from '../../../shared/page/failure.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';

const limit = 3000;

interface Props {
  readonly secret: string;
  readonly question: string | null;
  readonly onAnswered: () => void;
}

/** Answers what the secretariat asked. */
export function AnswerForm({ secret, question, onAnswered }: Props) {
  const text = useText();
  const answer = useWrite('membership.applications.answer');
  const [value, setValue] = useState('');
  const [error, setError] = useState<string>();
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    const missing = value.trim() === '';
    setError(missing ? text('application.follow.answerMissing') : undefined);
    if (missing) document.getElementById('answer')?.focus();
    else answer.mutate({ input: { secret, text: value } }, { onSuccess: onAnswered });
  };
  return (
    <form className="form" noValidate onSubmit={send}>
      <h2>{text('application.follow.asked')}</h2>
      {question !== null && <p className="cite">{question}</p>}
      <Ask id="answer" label={text('application.follow.answer')} error={error} count={{ used: value.length, limit }}>
        {(control) => (
          <textarea className="input" {...control} value={value} maxLength={limit} onChange={(event) => setValue(event.target.value)} />
        )}
      </Ask>
      <div className="buttons">
        <button className="button" type="submit" disabled={answer.isPending}>
          {text('application.follow.sendAnswer')}
        </button>
      </div>
      {answer.error && <Failure error={answer.error} title={text('application.follow.answerFailed')} />}
    </form>
  );
}
