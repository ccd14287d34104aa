import type { ReactNode } from 'react';
import { dateInWords, lastMoment } from '../../../shared/format/dates.js';
import { listOf } from '../../../shared/format/lists.js';
import { countryName, languageName } from '../../../shared/format/names.js';
import { useOpenRow } from '../../../shared/queue/open-row.js';
import { RowLink } from '../../../shared/queue/row-link.js';
import { RowName } from '../../../shared/queue/row-name.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useText } from '../../../shared/texts/use-text.js';
import { regionOf } from '@alianza/contracts/membership/directory/regions';
import { sorts, type Column, type MemberQuery, type Row } from '../api/member-query.js';
import { LetterMark, MemberState, TitularMark } from './member-state.js';

interface Props {
  readonly items: readonly Row[];
  readonly query: MemberQuery;
  readonly change: (change: Partial<MemberQuery>) => void;
}

/** What stands in each column; nothing where nothing is known. */
function useCells(): Record<Column, (row: Row) => ReactNode> {
  const text = useText();
  const { zone, categories } = useNetwork();
  const labels = new Map(categories.map(({ code, label }) => [code, label]));
  const day = (instant: string | null) => instant && dateInWords(text.lang, instant, zone);
  const regionName = (row: Row) => {
    const region = regionOf(row);
    return region && text(`taxonomy.region.${region}`);
  };
  return {
    acronym: ({ acronym }) => acronym,
    sector: ({ sector }) => text(`taxonomy.sector.${sector}`),
    country: ({ country }) => country && countryName(text.lang, country),
    region: regionName,
    category: ({ category }) => category && (labels.get(category) ?? category),
    since: ({ categorySince }) => day(categorySince),
    status: ({ status }) => <MemberState status={status} />,
    titular: ({ titular }) => titular && <TitularMark titular={titular} />,
    letter: ({ letter }) => <LetterMark letter={letter} />,
    'letter-until': ({ letterValidUntil }) => day(letterValidUntil && lastMoment(letterValidUntil)),
    languages: ({ languages }) =>
      languages.length > 0 &&
      listOf(
        text.lang,
        languages.map((code) => languageName(text.lang, code)),
      ),
    website: ({ website }) =>
      website && (
        <a href={website} rel="noopener nofollow">
          {website.replace(/^https?:\/\//, '')}
        </a>
      ),
    listed: ({ listed }) => text(`members.listed.${listed ? 'yes' : 'no'}`),
  };
}

/** A heading that puts the list in its order; again, in the other direction. */
function Heading({ column, query, change }: Omit<Props, 'items'> & { column: Column | 'name' }) {
  const text = useText();
  const name = text(`members.column.${column}`);
  const sort = sorts[column];
  if (sort === undefined) return <th scope="col">{name}</th>;
  const current = query.sort === sort;
  const turned = current && query.order === 'asc' ? 'desc' : 'asc';
  return (
    <th scope="col" aria-sort={current ? (query.order === 'asc' ? 'ascending' : 'descending') : undefined}>
      <button
        className="sorter"
        type="button"
        aria-label={text('members.sort', { column: name })}
        onClick={() => change({ sort, order: turned })}
      >
        {name}
      </button>
    </th>
  );
}

/** The members that the filters find; a row opens its file. */
export function MemberTable({ items, query, change }: Props) {
  const text = useText();
  const cells = useCells();
  const { openId, hrefOf } = useOpenRow();
  return (
    <table className="table queue">
      <caption className="sr">{text('members.caption')}</caption>
      <thead>
        <tr>
          {(['name', ...query.columns] as const).map((column) => (
            <Heading key={column} column={column} query={query} change={change} />
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((row) => (
          <tr key={row.id} className={row.id === openId ? 'is-open-row' : undefined}>
            <td>
              <RowLink id={row.id} to={hrefOf(row.id)} open={row.id === openId}>
                <RowName name={row.name} small={query.columns.includes('acronym') ? null : row.acronym} />
              </RowLink>
            </td>
            {query.columns.map((column) => (
              <td key={column} data-th={text(`members.column.${column}`)}>
                {cells[column](row) || <span className="minor">{text('members.unsaid')}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
