import { useState, type SyntheticEvent } from 'react';
import { Ask } from '../../../shared/forms/ask.js';
import { Failure } from '../../../shared/page/failure.js';
import { useRead, useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { useReviewers } from '../api/reviewers.js';

/** For somebody without an account: an invitation by mail. */
function InviteByMail() {
  const text = useText();
  const [email, setEmail] = useState('');
  const [wrong, setWrong] = useState(false);
  const invite = useWrite('membership.reviewers.invite');
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    const complete = /^[^\s@]+@[^\s@.]+\.[^\s@]+$/.test(email.trim());
    setWrong(!complete);
    if (!complete) document.getElementById('guest-email')?.focus();
    else invite.mutate({ input: { email: email.trim(), language: text.lang === 'en' ? 'en' : 'es' } }, { onSuccess: () => setEmail('') });
  };
  return (
    <details>
      <summary>{text('review.guests.new')}</summary>
      <form className="form" noValidate onSubmit={send}>
        <Ask
          id="guest-email"
          label={text('review.guests.email')}
          help={text('review.guests.emailHelp')}
          error={wrong ? text('review.guests.emailWrong') : undefined}
        >
          {(control) => (
            <input className="input" type="email" {...control} value={email} onChange={(event) => setEmail(event.target.value)} />
          )}
        </Ask>
        {invite.error && <Failure error={invite.error} title={text('review.guests.failed')} />}
        <p role="status">{invite.isSuccess && text('review.guests.sent')}</p>
        <button className="button second" type="submit" disabled={invite.isPending}>
          {text('review.guests.send')}
        </button>
      </form>
    </details>
  );
}

/** Who from outside reads along, for the secretariat to invite and to thank. */
export function Guests({ id }: { id: string }) {
  const text = useText();
  const { external } = useReviewers();
  const { data } = useRead('repository.guests.list', { id });
  const invite = useWrite('repository.guests.invite');
  const dismiss = useWrite('repository.guests.dismiss');
  const guests = data?.items ?? [];
  const nameOf = (personId: string) => external.find((one) => one.personId === personId)?.name ?? '…';
  const others = external.filter(({ personId }) => !guests.some((guest) => guest.personId === personId));
  const error = invite.error ?? dismiss.error;
  return (
    <details className="guests">
      <summary>
        {text('review.guests.title')} ({guests.length})
      </summary>
      <p className="quiet-text">{guests.length === 0 ? text('review.guests.none') : text('review.guests.text')}</p>
      <ul>
        {guests.map(({ personId }) => (
          <li key={personId}>
            {nameOf(personId)}{' '}
            <button className="link" type="button" onClick={() => dismiss.mutate({ input: { id, personId } })}>
              {text('review.guests.dismiss')}
              <span className="sr"> {nameOf(personId)}</span>
            </button>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <p>
          <label htmlFor="guest" className="sr">
            {text('review.guests.invite')}
          </label>
          <select id="guest" value="" onChange={(event) => invite.mutate({ input: { id, personId: event.target.value } })}>
            <option value="">{text('review.guests.invite')}</option>
            {others.map(({ personId, name }) => (
              <option key={personId} value={personId}>
                {name}
              </option>
            ))}
          </select>
        </p>
      )}
      {error && <Failure error={error} title={text('review.guests.failed')} />}
      <InviteByMail />
    </details>
  );
}
