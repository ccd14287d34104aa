import { sectors } from '@alianza/contracts/taxonomy';
import { useState, type SyntheticEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { Output } from '../../../shared/api/call.js';
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
import { MemberState } from '../components/member-state.js';

type Neighbour = Output<'membership.members.directory'>['items'][number];

/** Words and sector, kept in the address. */
function useAsked() {
  const [search] = useSearchParams();
  const go = useNavigate();
  const q = (search.get('q') ?? '').trim().slice(0, 100);
  const sector = sectors.find((code) => code === search.get('sector'));
  const ask = (change: { q?: string; sector?: string }) => {
    const next = Object.entries({ q, sector: sector ?? '', ...change }).filter(([, value]) => value !== '');
    void go(`?${new URLSearchParams(next).toString()}`);
  };
  return { q, sector, ask };
}

function Filters({ q, sector, ask }: ReturnType<typeof useAsked>) {
  const text = useText();
  const [words, say] = useState(q);
  const search = (event: SyntheticEvent) => {
    event.preventDefault();
    ask({ q: words.trim() });
  };
  return (
    <div className="filters is-many">
      <form role="search" onSubmit={search}>
        <label htmlFor="words">{text('members.search')}</label>
        <div className="with-button">
          <input className="input" id="words" type="search" maxLength={100} value={words} onChange={(event) => say(event.target.value)} />
          <button className="button second" type="submit">
            {text('members.press')}
          </button>
        </div>
      </form>
      <div>
        <label htmlFor="sector">{text('members.filter.sector')}</label>
        <select id="sector" value={sector ?? ''} onChange={(event) => ask({ sector: event.target.value })}>
          <option value="">{text('members.any')}</option>
          {sectors.map((code) => (
            <option key={code} value={code}>
              {text(`taxonomy.sector.${code}`)}
            </option>
          ))}
        </select>
      </div>
    </div>
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
      <td data-th={text('members.directory.place')}>{place ?? <span className="minor">{text('members.unsaid')}</span>}</td>
      <td data-th={text('members.column.category')}>{label ?? <span className="minor">{text('members.unsaid')}</span>}</td>
      <td>
        <MemberState status={status} />
      </td>
    </tr>
  );
}

/** The members as members see them: what each shows, and who is suspended. */
export function Component() {
  const text = useText();
  const { name } = useNetwork();
  const address = useAddress();
  const asked = useAsked();
  const { q, sector } = asked;
  const list = useList('membership.members.directory', { q, sector: sector === undefined ? [] : [sector], limit: 50 });
  const heads = [
    text('members.column.name'),
    text('members.column.sector'),
    text('members.directory.place'),
    text('members.column.category'),
  ];
  return (
    <>
      <div className="intro">
        <PageTitle title={text('members.directory.title')} of={name} />
        <p className="lede">{text('members.directory.lede')}</p>
      </div>
      <Filters key={q} {...asked} />
      <Loaded query={list} failed={text('members.directory.failed')} skeleton={<RowsSkeleton rows={8} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          const total = pages[0]?.total ?? 0;
          if (items.length === 0) return <Void title={text('members.noneSuch')} />;
          return (
            <>
              <p role="status">
                {text('members.shown', { total, shown: numberIn(text.lang, items.length), totalSaid: numberIn(text.lang, total) })}
              </p>
              <table className="table">
                <caption className="sr">{text('members.directory.caption')}</caption>
                <TableHead heads={[...heads, text('members.column.status')]} />
                <tbody>
                  {items.map((neighbour) => (
                    <Row key={neighbour.id} neighbour={neighbour} />
                  ))}
                </tbody>
              </table>
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
