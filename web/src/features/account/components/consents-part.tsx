import type { OwnAccount } from '@alianza/contracts/membership/account/account';
import { dateInWords } from '../../../shared/format/dates.js';
import { TableHead } from '../../../shared/parts/table-head.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useText } from '../../../shared/texts/use-text.js';
import { NoticeAsked } from './notice-asked.js';
import { Part } from './part.js';

/** Which privacy notices one has accepted, the newest first; and the one in force, where that is not among them. */
export function ConsentsPart({ account }: { account: OwnAccount }) {
  const text = useText();
  const { zone } = useNetwork();
  const heads = ['network', 'version', 'date'].map((name) => text(`myAccount.consents.${name}`));
  return (
    <Part title={text('myAccount.consents.title')}>
      <NoticeAsked account={account} />
      {account.consents.length === 0 ? (
        <p className="quiet-text">{text('myAccount.consents.none')}</p>
      ) : (
        <table className="table">
          <caption className="sr">{text('myAccount.consents.caption')}</caption>
          <TableHead heads={heads} />
          <tbody>
            {account.consents.map(({ network, version, givenAt }) => (
              <tr key={`${network} ${String(version)}`}>
                <td>{network}</td>
                <td>{version}</td>
                <td>{dateInWords(text.lang, givenAt, zone)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Part>
  );
}
