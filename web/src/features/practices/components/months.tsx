import type { Output } from '../../../shared/api/call.js';
import { numberIn } from '../../../shared/format/numbers.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';

/** "2026-11" → "noviembre de 2026". */
const monthIn = (lang: string, month: string) =>
  new Intl.DateTimeFormat(lang, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-15T12:00:00Z`));

function Table({ counts: { months, total } }: { counts: Output<'repository.counts.months'> }) {
  const text = useText();
  const rows = [...months.map(({ month, ...counts }) => ({ ...counts, name: monthIn(text.lang, month) }))];
  const all = [...rows, { ...total, name: text('replications.months.total') }];
  return (
    <table className="table">
      <caption className="sr">{text('replications.months.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('replications.months.month')}</th>
          <th scope="col" className="num">
            {text('replications.months.views')}
          </th>
          <th scope="col" className="num">
            {text('replications.months.downloads')}
          </th>
        </tr>
      </thead>
      <tbody>
        {all.map(({ name, views, downloads }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="num" data-th={text('replications.months.views')}>
              {numberIn(text.lang, views)}
            </td>
            <td className="num" data-th={text('replications.months.downloads')}>
              {numberIn(text.lang, downloads)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How often a published practice was read, month by month, for who owns it. */
export function UseByMonth({ id }: { id: string }) {
  const text = useText();
  const query = useRead('repository.counts.months', { id });
  return (
    <section className="part" aria-labelledby="uses">
      <header>
        <h2 id="uses">{text('replications.months.title')}</h2>
        <p className="quiet-text">{text('replications.months.text')}</p>
      </header>
      <Loaded query={query} failed={text('replications.months.failed')} skeleton={<RowsSkeleton rows={2} />}>
        {(counts) => (counts.months.length === 0 ? <p>{text('replications.months.none')}</p> : <Table counts={counts} />)}
      </Loaded>
    </section>
  );
}
