import type { OwnAccount } from '@alianza/contracts/membership/account/account';
import { useState } from 'react';
import { dateInWords } from '../../../shared/format/dates.js';
import { Failure } from '../../../shared/page/failure.js';
import { useNetwork } from '../../../shared/session/network.js';
import { addressOf, usePlace } from '../../../shared/session/place.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useSession } from '../../../shared/session/session.js';
import { useUnsent } from '../../../shared/session/unsent.js';
import { useText } from '../../../shared/texts/use-text.js';
import { EraseDialog } from './erase-dialog.js';
import { Part } from './part.js';

function Asked({ dueAt, stage }: Pick<NonNullable<OwnAccount['erasure']>, 'dueAt' | 'stage'>) {
  const text = useText();
  const { zone } = useNetwork();
  const withdraw = useWrite('membership.erasures.withdraw', { alsoChanges: ['membership.account'] });
  return (
    <>
      <p role="status">{text(`myAccount.erase.${stage}`, { date: dateInWords(text.lang, dueAt, zone) })}</p>
      <p className="buttons">
        <button className="button" type="button" disabled={withdraw.isPending} onClick={() => withdraw.mutate({ input: {} })}>
          {text('myAccount.erase.withdraw')}
        </button>
      </p>
      {withdraw.error && <Failure error={withdraw.error} title={text('myAccount.erase.withdrawFailed')} />}
    </>
  );
}

/** To be forgotten: what goes and what stays, and the way back while there is one. */
export function ErasePart({ account: { erasure } }: { account: OwnAccount }) {
  const text = useText();
  const place = usePlace();
  const { me } = useSession();
  const unsent = useUnsent('erase');
  const [asking, setAsking] = useState(unsent.begun !== null);
  const titular = me.networks
    .filter(({ organizations }) => organizations.some(({ roles, status }) => status === 'active' && roles.includes('titular')))
    .map(({ code }) => code);
  const [there = place.network] = titular.includes(place.network) ? [] : titular;
  return (
    <Part title={text('myAccount.erase.title')}>
      <p>{text('myAccount.erase.text')}</p>
      {erasure !== null && <Asked dueAt={erasure.dueAt} stage={erasure.stage} />}
      {titular.length > 0 && (
        <p>
          {text('myAccount.erase.titular')}{' '}
          <a href={addressOf({ ...place, network: there }, 'miembro/personas')}>{text('myAccount.erase.handover')}</a>
        </p>
      )}
      {erasure === null && titular.length === 0 && (
        <p className="buttons">
          <button className="button second" type="button" onClick={() => setAsking(true)}>
            {text('myAccount.erase.press')}
          </button>
        </p>
      )}
      {asking && <EraseDialog unsent={unsent} onClose={() => setAsking(false)} />}
    </Part>
  );
}
