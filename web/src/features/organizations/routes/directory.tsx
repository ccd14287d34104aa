import { regions } from '@alianza/contracts/membership/directory/regions';
import { sectors } from '@alianza/contracts/taxonomy';
import { useNavigate, useSearchParams } from 'react-router';
import type { Output } from '../../../shared/api/call.js';
import { countryFilter } from '../../../shared/forms/countries.js';
import { TableFilters } from '../../../shared/filters/table-filters.js';
import { countryName } from '../../../shared/format/names.js';
import { numberIn } from '../../../shared/format/numbers.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { NextPage } from '../../../shared/page/next-page.js';
import { PageTitle } from '../../../shared/page/page.js';
import { TableHead } from '../../../shared/parts/table-head.js';
import { Void } from '../../../shared/parts/void.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useList } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { asked, isFiltered, nothing, readDirectoryQuery, writeDirectoryQuery, type DirectoryQuery } from '../api/directory-query.js';
import { DirectoryCounts } from '../components/directory-counts.js';
import { MemberState } from '../components/member-state.js';

type Neighbour = Output<'membership.members.directory'>['items'][number];

type Change = (change: Partial<DirectoryQuery>) => void;

/** What is shown, kept in the address. */
function useAsked(): [DirectoryQuery, Change] {
  const [search] = useSearchParams();
  const go = useNavigate();
  const query = readDirectoryQuery(search);
  return [query, (change) => void go(writeDirectoryQuery({ ...query, ...change }))];
}

function Filters({ query, change, countries }: { query: DirectoryQuery; change: Change; countries: readonly string[] }) {
  const text = useText();
  const { categories } = useNetwork();
  const options = {
    category: categories.map(({ code, label }) => [code, label] as const),
    sector: sectors.map((code) => [code, text(`taxonomy.sector.${code}`)] as const),
    region: regions.map((code) => [code, text(`taxonomy.region.${code}`)] as const),
    country: countryFilter(text.lang, countries, query.country),
  };
  return (
    <TableFilters
      query={query}
      facets={(['category', 'sector', 'region', 'country'] as const).map((name) => ({
        name,
        label: text(`members.filter.${name}`),
        options: options[name],
      }))}
      onChange={(name, value) => change({ [name]: value })}
    />
  );
}

function Row({ neighbour }: { neighbour: Neighbour }) {
  const text = useText();
  const address = useAddress();
  const { categories } = useNetwork();
  const { name, acronym, slug, listed, sector, country, region, category, status } = neighbour;
  const place = country === null ? region && text(`taxonomy.region.${region}`) : countryName(text.lang, country);
  const label = categories.find(({ code }) => code === category)?.label ?? category;
  return (
    <tr>
      <td>
        {listed ? <a href={address(`organizaciones/${slug}`)}>{name}</a> : name}{' '}
        {acronym !== null && <small className="minor">{acronym}</small>}
      </td>
      <td data-th={text('members.column.sector')}>{text(`taxonomy.sector.${sector}`)}</td>
      <td data-th={place === null ? undefined : text('members.directory.place')}>{place}</td>
      <td data-th={text('members.column.category')}>{label ?? <span className="minor">{text('members.unsaid')}</span>}</td>
      <td>
        <MemberState status={status} />
      </td>
    </tr>
  );
}

function Table({ items }: { items: readonly Neighbour[] }) {
  const text = useText();
  const heads = [
    text('members.column.name'),
    text('members.column.sector'),
    text('members.directory.place'),
    text('members.column.category'),
  ];
  return (
    <table className="table">
      <caption className="sr">{text('members.directory.caption')}</caption>
      <TableHead heads={[...heads, text('members.column.status')]} />
      <tbody>
        {items.map((neighbour) => (
          <Row key={neighbour.id} neighbour={neighbour} />
        ))}
      </tbody>
    </table>
  );
}

function NoneSuch({ query, change }: { query: DirectoryQuery; change: Change }) {
  const text = useText();
  return (
    <Void title={text('members.noneSuch')}>
      {isFiltered(query) && (
        <button className="button second" type="button" onClick={() => change(nothing)}>
          {text('members.clear')}
        </button>
      )}
    </Void>
  );
}

/** The members as members see them: what each shows, and who is suspended. */
export function Component() {
  const text = useText();
  const { name } = useNetwork();
  const address = useAddress();
  const [query, change] = useAsked();
  const list = useList('membership.members.directory', { ...asked(query), limit: 50 }, { keep: true });
  const counts = list.data?.pages[0]?.counts;
  return (
    <>
      <div className="intro">
        <PageTitle title={text('members.directory.title')} of={name} />
        <p className="lede">{text('members.directory.lede')}</p>
      </div>
      <Filters query={query} change={change} countries={counts?.country.map(({ value }) => value) ?? []} />
      <Loaded query={list} failed={text('members.directory.failed')} skeleton={<RowsSkeleton rows={8} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          const total = pages[0]?.total ?? 0;
          if (items.length === 0) return <NoneSuch query={query} change={change} />;
          return (
            <>
              {pages[0] && <DirectoryCounts counts={pages[0].counts} query={query} />}
              <p role="status">
                {text('members.shown', { total, shown: numberIn(text.lang, items.length), totalSaid: numberIn(text.lang, total) })}
              </p>
              <Table items={items} />
            </>
          );
        }}
      </Loaded>
      <NextPage list={list} />
      <p className="more">
        <a href={address('organizaciones')}>{text('members.directory.public')}</a>
      </p>
    </>
  );
}
