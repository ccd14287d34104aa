import { useRef, useState, type SyntheticEvent } from 'react';
import { Ask } from '../../../shared/forms/ask.js';
import { looksLikeAddress } from '../../../shared/forms/mail-address.js';
import { Failure } from '../../../shared/page/failure.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { useTell } from '../../../shared/page/told.js';
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
    const complete = looksLikeAddress(email);
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

interface Reviewer {
  readonly personId: string;
  readonly name: string;
}

/** Who of those with an account is asked: chosen, and then pressed, since choosing alone shows nobody anything. */
function InviteKnown({ id, others, onDone }: { id: string; others: readonly Reviewer[]; onDone: (said: string) => void }) {
  const text = useText();
  const [personId, choose] = useState('');
  const [unchosen, setUnchosen] = useState(false);
  const invite = useWrite('repository.guests.invite');
  const chosen = others.find((one) => one.personId === personId);
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    setUnchosen(chosen === undefined);
    if (chosen === undefined) return document.getElementById('guest')?.focus();
    const done = () => onDone(text('review.guests.asked', { name: chosen.name }));
    void invite.mutateAsync({ input: { id, personId } }).then(done, () => undefined);
  };
  return (
    <form className="form" noValidate onSubmit={send}>
      <Ask id="guest" label={text('review.guests.invite')} error={unchosen ? text('review.guests.unchosen') : undefined}>
        {(control) => (
          <select className="input medium" {...control} value={chosen?.personId ?? ''} onChange={(event) => choose(event.target.value)}>
            <option value="">{text('review.guests.choose')}</option>
            {others.map((one) => (
              <option key={one.personId} value={one.personId}>
                {one.name}
              </option>
            ))}
          </select>
        )}
      </Ask>
      {invite.error && <Failure error={invite.error} title={text('review.guests.failed')} />}
      <p>
        <button className="button second" type="submit" disabled={invite.isPending}>
          {text('review.guests.ask')}
        </button>
      </p>
    </form>
  );
}

interface ListProps {
  readonly id: string;
  readonly guests: readonly { readonly personId: string }[];
  readonly known: readonly Reviewer[];
  readonly onDone: (said: string) => void;
}

/** Who reads along now, each to be thanked, and who could. */
function List({ id, guests, known, onDone }: ListProps) {
  const text = useText();
  const dismiss = useWrite('repository.guests.dismiss');
  const nameOf = (personId: string) => known.find((one) => one.personId === personId)?.name ?? '…';
  const others = known.filter(({ personId }) => !guests.some((guest) => guest.personId === personId));
  const end = (personId: string) => {
    const done = () => onDone(text('review.guests.dismissed', { name: nameOf(personId) }));
    void dismiss.mutateAsync({ input: { id, personId } }).then(done, () => undefined);
  };
  return (
    <>
      <p className="quiet-text">{guests.length === 0 ? text('review.guests.none') : text('review.guests.text')}</p>
      <ul>
        {guests.map(({ personId }) => (
          <li key={personId}>
            {nameOf(personId)}{' '}
            <button className="link" type="button" disabled={dismiss.isPending} onClick={() => end(personId)}>
              {text('review.guests.dismiss')}
              <span className="sr"> {nameOf(personId)}</span>
            </button>
          </li>
        ))}
      </ul>
      {dismiss.error && <Failure error={dismiss.error} title={text('review.guests.failed')} />}
      {others.length > 0 && <InviteKnown id={id} others={others} onDone={onDone} />}
    </>
  );
}

/** Who from outside reads along, for the secretariat to invite and to thank. */
export function Guests({ id }: { id: string }) {
  const text = useText();
  const tell = useTell();
  const { external, query: reviewers } = useReviewers();
  const guests = useRead('repository.guests.list', { id });
  const summary = useRef<HTMLElement>(null);
  const done = (said: string) => {
    // what was pressed may be gone with what it did
    summary.current?.focus();
    tell(said);
  };
  const failed = text('review.guests.listFailed');
  return (
    <details className="guests">
      <summary ref={summary}>
        {text('review.guests.title')} {guests.data && `(${String(guests.data.items.length)})`}
      </summary>
      <Loaded query={reviewers} failed={failed} skeleton={<RowsSkeleton rows={2} />}>
        {() => (
          <Loaded query={guests} failed={failed} skeleton={<RowsSkeleton rows={2} />}>
            {({ items }) => <List id={id} guests={items} known={external} onDone={done} />}
          </Loaded>
        )}
      </Loaded>
      <InviteByMail />
    </details>
  );
}
