import type { Replication } from '@alianza/contracts/repository/replications';
import { dateInWords } from '../../../shared/format/dates.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useText } from '../../../shared/texts/use-text.js';

/** Every step, the latest first, with what was asked, answered or given as a reason. */
export function ReplicationHistory({ history, level }: Pick<Replication, 'history'> & { readonly level: 2 | 3 }) {
  const Heading = `h${level}` as const;
  const text = useText();
  const { zone } = useNetwork();
  return (
    <section>
      <Heading>{text('replications.sheet.history')}</Heading>
      <ol className="news">
        {[...history].reverse().map(({ status, at, text: said }) => (
          <li key={at + status}>
            <time dateTime={at}>{dateInWords(text.lang, at, zone)}</time>
            <div>
              <p>{text(`replications.step.${status}`)}</p>
              {said !== null && <p className="said">{said}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
