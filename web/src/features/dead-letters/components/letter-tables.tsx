import type { ReactNode } from 'react';
import { momentInWords } from '../../../shared/format/dates.js';
import { TableHead } from '../../../shared/parts/table-head.js';
import { useText } from '../../../shared/texts/use-text.js';
import type { Taken, Waiting } from '../api/use-dead-letters.js';

/** What networks are called, by their id. */
export type Networks = ReadonlyMap<string, string>;

/** What happened, in words; what was no event is told by where it came on. */
export function useWhat() {
  const text = useText();
  return ({ subject, aggregateId }: Pick<Waiting, 'subject' | 'aggregateId'>): string => {
    const [, , noun = '', verb = ''] = subject.split('.');
    const key = `secretariat.event.${noun}-${verb}`;
    if (aggregateId === null) return text('deadLetters.notAnEvent', { subject });
    return text.has(key) ? text(key) : subject;
  };
}

function Common({ letter, networks }: { letter: Waiting | Taken; networks: Networks }) {
  const text = useText();
  const what = useWhat();
  const { networkId, aggregateId, consumer } = letter;
  const network = networkId === null ? text('deadLetters.noNetwork') : (networks.get(networkId) ?? networkId.slice(-8));
  return (
    <>
      <td>
        {what(letter)} {aggregateId !== null && <small className="code minor">{aggregateId.slice(-8)}</small>}
      </td>
      <td data-th={text('deadLetters.column.who')} className="code">
        {consumer}
      </td>
      <td data-th={text('deadLetters.column.network')}>{network}</td>
    </>
  );
}

const columns = {
  waiting: ['what', 'who', 'network', 'reason', 'since', 'tries', 'retry'],
  taken: ['what', 'who', 'network', 'since', 'taken'],
};

export function WaitingTable({ items, networks, retry }: WaitingProps) {
  const text = useText();
  const said = (at: string) => momentInWords(text.lang, at);
  return (
    <table className="table queue">
      <caption className="sr">{text('deadLetters.caption')}</caption>
      <TableHead heads={columns.waiting.map((column) => text(`deadLetters.column.${column}`))} />
      <tbody>
        {items.map((letter) => (
          <tr key={letter.id}>
            <Common letter={letter} networks={networks} />
            <td data-th={text('deadLetters.column.reason')}>{letter.reason}</td>
            <td data-th={text('deadLetters.column.since')}>
              <time dateTime={letter.diedAt}>{said(letter.diedAt)}</time>
            </td>
            <td data-th={text('deadLetters.column.tries')}>
              {text('deadLetters.again', { count: letter.retries, at: letter.refusedAt === null ? '' : said(letter.refusedAt) })}
            </td>
            <td>{retry(letter)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
interface WaitingProps {
  readonly items: readonly Waiting[];
  readonly networks: Networks;
  /** The button of a row. */
  readonly retry: (letter: Waiting) => ReactNode;
}

export function TakenTable({ items, networks }: { items: readonly Taken[]; networks: Networks }) {
  const text = useText();
  return (
    <table className="table queue">
      <caption className="sr">{text('deadLetters.takenCaption')}</caption>
      <TableHead heads={columns.taken.map((column) => text(`deadLetters.column.${column}`))} />
      <tbody>
        {items.map((letter) => (
          <tr key={letter.id}>
            <Common letter={letter} networks={networks} />
            {[letter.diedAt, letter.takenAt].map((at, index) => (
              <td key={index} data-th={text(`deadLetters.column.${index === 0 ? 'since' : 'taken'}`)}>
                <time dateTime={at}>{momentInWords(text.lang, at)}</time>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
