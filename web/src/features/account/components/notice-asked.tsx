import type { OwnAccount } from '@alianza/contracts/membership/account/account';
import { dateInWords } from '../../../shared/format/dates.js';
import { Failure } from '../../../shared/page/failure.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useRead, useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';

/** Asks for the notice in force where it was not accepted; nothing is closed meanwhile. */
export function NoticeAsked({ account: { notice, consents } }: { account: OwnAccount }) {
  const text = useText();
  const address = useAddress();
  const { name, zone } = useNetwork();
  const accept = useWrite('membership.consents.give', { alsoChanges: ['membership.account'] });
  if (notice.accepted) return null;
  const isNew = consents.some(({ network }) => network === name);
  const date = dateInWords(text.lang, notice.publishedAt, zone);
  return (
    <div className="account-ask">
      <p>{isNew ? text('myAccount.consents.ask', { network: name, date }) : text('myAccount.consents.askFirst', { network: name })}</p>
      <p className="buttons">
        <a href={address('privacidad')}>{text('myAccount.consents.read')}</a>
        <button
          className="button second"
          type="button"
          disabled={accept.isPending}
          onClick={() => accept.mutate({ input: { version: notice.version } })}
        >
          {text('myAccount.consents.accept', { version: notice.version })}
        </button>
      </p>
      {accept.error && <Failure error={accept.error} title={text('myAccount.consents.failed')} />}
    </div>
  );
}

/** The same where work begins. Silent while it is not known, and where it cannot be. */
export function NoticeBand() {
  const account = useRead('membership.account.get', {});
  return account.data ? <NoticeAsked account={account.data} /> : null;
}
