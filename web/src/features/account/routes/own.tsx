import type { OwnAccount } from '@alianza/contracts/membership/account/account';
import { Link } from 'react-router';
import { dateInWords } from '../../../shared/format/dates.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { PageTitle } from '../../../shared/page/page.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useRead } from '../../../shared/session/queries.js';
import { useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { AddressPart } from '../components/address-part.js';
import { ConsentsPart } from '../components/consents-part.js';
import { CopyPart } from '../components/copy-part.js';
import { ErasePart } from '../components/erase-part.js';
import { NameForm } from '../components/name-form.js';
import { Change, Part } from '../components/part.js';
import { PasswordPart } from '../components/password-part.js';
import { Places } from '../components/places.js';
import { SessionsPart } from '../components/sessions-part.js';

/** While a copy is being made it is looked for again. */
const lookAgain = 3000;

function Who({ account: { name, registeredAt } }: { account: OwnAccount }) {
  const text = useText();
  const address = useAddress();
  const { me, roles } = useSession();
  const { zone } = useNetwork();
  const spoken = text(`frame.language.${me.language}`);
  const language = roles.length === 0 ? spoken : <Link to={address('miembro/preferencias')}>{spoken}</Link>;
  const rows = [
    ['name', name],
    ['language', language],
    ['since', dateInWords(text.lang, registeredAt, zone)],
  ] as const;
  return (
    <Part title={text('myAccount.who.title')}>
      <dl className="pairs">
        {rows.map(([term, value]) => (
          <div className="pair" key={term}>
            <dt>{text(`myAccount.who.${term}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Change press={text('myAccount.who.press')} form={(close) => <NameForm onDone={close} />} />
    </Part>
  );
}

/** Who I am here, where I take part, and what I may do about it myself. */
export function Component() {
  const text = useText();
  const { name } = useNetwork();
  const waiting = useRead('membership.account.get', {});
  const account = useRead('membership.account.get', {}, waiting.data?.copy?.state === 'waiting' ? { every: lookAgain } : {});
  return (
    <div className="account">
      <PageTitle title={text('myAccount.title')} of={name} />
      <Loaded query={account} failed={text('myAccount.failed')} skeleton={<RowsSkeleton />}>
        {(own) => (
          <>
            <Who account={own} />
            <Places />
            <AddressPart account={own} />
            {!own.elsewhere && <PasswordPart />}
            <SessionsPart />
            <ConsentsPart account={own} />
            <CopyPart account={own} />
            <ErasePart account={own} />
          </>
        )}
      </Loaded>
    </div>
  );
}
