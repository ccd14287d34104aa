import type { OwnAccount } from '@alianza/contracts/membership/account/account';
import { useEffect, useState, type SyntheticEvent } from 'react';
import { LineField } from '../../../shared/forms/line-field.js';
import { looksLikeAddress } from '../../../shared/forms/mail-address.js';
import { momentInWords } from '../../../shared/format/dates.js';
import { Failure } from '../../../shared/page/failure.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useUnsent, type Unsent } from '../../../shared/session/unsent.js';
import { useText } from '../../../shared/texts/use-text.js';
import { Change, Part } from './part.js';
import { SendOrCancel } from '../../../shared/forms/send-or-cancel.js';

const changes = { alsoChanges: ['membership.account'] };

function ChangeForm({ unsent, onDone }: { unsent: Unsent; onDone: () => void }) {
  const text = useText();
  const change = useWrite('membership.addresses.change', changes);
  const [email, setEmail] = useState(unsent.begun ?? '');
  const [wrong, setWrong] = useState(false);
  useEffect(() => document.getElementById('new-address')?.focus(), []);
  const close = () => {
    unsent.forget();
    onDone();
  };
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    setWrong(!looksLikeAddress(email));
    const answered = { onSuccess: close, onError: unsent.keep(email) };
    if (looksLikeAddress(email)) change.mutate({ input: { email: email.trim() } }, answered);
    else document.getElementById('new-address')?.focus();
  };
  return (
    <form className="form" noValidate onSubmit={send}>
      <LineField
        id="new-address"
        label={text('myAccount.email.label')}
        help={text('myAccount.email.help')}
        error={wrong ? text('myAccount.email.wrong') : undefined}
        type="email"
        autoComplete="email"
        maxLength={254}
        value={email}
        onSay={setEmail}
      />
      <SendOrCancel
        send={text('myAccount.email.send')}
        error={change.error}
        failed={text('myAccount.email.failed')}
        busy={change.isPending}
        onCancel={close}
      />
    </form>
  );
}

function Waiting({ email, expiresAt, undelivered }: NonNullable<OwnAccount['newAddress']>) {
  const text = useText();
  const { zone } = useNetwork();
  const withdraw = useWrite('membership.addresses.withdraw', changes);
  return (
    <>
      {undelivered ? (
        <p role="status">{text('myAccount.email.undelivered', { email, date: momentInWords(text.lang, undelivered.at, zone) })}</p>
      ) : (
        <p role="status">{text('myAccount.email.waiting', { email, date: momentInWords(text.lang, expiresAt, zone) })}</p>
      )}
      <button className="button second" type="button" disabled={withdraw.isPending} onClick={() => withdraw.mutate({ input: {} })}>
        {text('myAccount.email.withdraw')}
      </button>
      {withdraw.error && <Failure error={withdraw.error} title={text('myAccount.email.withdrawFailed')} />}
    </>
  );
}

/** Where one is written to, and the way to another address. */
export function AddressPart({ account: { email, newAddress, signIn } }: { account: OwnAccount }) {
  const text = useText();
  const unsent = useUnsent('address');
  return (
    <Part title={text('myAccount.email.title')}>
      <p>{text('myAccount.email.now', { email })}</p>
      {signIn === 'kept' && <p>{text('myAccount.email.kept')}</p>}
      {signIn === 'elsewhere' && <p>{text('myAccount.email.elsewhere')}</p>}
      {signIn === 'waiting' && <p>{text('myAccount.email.following')}</p>}
      {newAddress !== null && <Waiting {...newAddress} />}
      <Change
        press={text('myAccount.email.press')}
        begun={unsent.begun !== null}
        form={(close) => <ChangeForm unsent={unsent} onDone={close} />}
      />
    </Part>
  );
}
