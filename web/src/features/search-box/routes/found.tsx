import { useState, type SyntheticEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { numberIn } from '../../../shared/format/numbers.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { PageTitle } from '../../../shared/page/page.js';
import { Void } from '../../../shared/parts/void.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useText } from '../../../shared/texts/use-text.js';
import { fewest, useFound, type Found, type Group, type Hit } from '../api/use-found.js';
import { isHere } from '../api/use-open-place.js';

const [few, many] = [10, 50];

/** The address says what is looked for, so that it can be sent and come back to. */
function Field({ q, onAsk }: { q: string; onAsk: (q: string) => void }) {
  const text = useText();
  const [words, say] = useState(q);
  const ask = (event: SyntheticEvent) => {
    event.preventDefault();
    onAsk(words.trim());
  };
  return (
    <form className="with-button found-form" onSubmit={ask}>
      <label className="sr" htmlFor="everything">
        {text('searchBox.label')}
      </label>
      <input className="input" id="everything" type="search" maxLength={100} value={words} onChange={({ target }) => say(target.value)} />
      <button className="button" type="submit">
        {text('searchBox.press')}
      </button>
    </form>
  );
}

function FoundHit({ hit }: { hit: Hit }) {
  const address = useAddress();
  const title = <span lang={hit.lang ?? undefined}>{hit.title}</span>;
  return (
    <li>
      {isHere(hit.place) ? <Link to={address(hit.place)}>{title}</Link> : <a href={address(hit.place)}>{title}</a>}
      {hit.excerpt !== null && <p className="quiet-text">{hit.excerpt}</p>}
    </li>
  );
}

function FoundGroup({ group, onMore }: { group: Group; onMore: (() => void) | null }) {
  const text = useText();
  const { kind, total, items } = group;
  return (
    <section aria-labelledby={`kind-${kind}`}>
      <h2 id={`kind-${kind}`}>
        {text(`searchBox.kind.${kind}`)}{' '}
        <small className="minor">
          {text('searchBox.shown', { shown: numberIn(text.lang, items.length), total: numberIn(text.lang, total) })}
        </small>
      </h2>
      <ul className="found-items">
        {items.map((hit) => (
          <FoundHit key={hit.id} hit={hit} />
        ))}
      </ul>
      {onMore !== null && total > items.length && (
        <button className="button second" type="button" onClick={onMore}>
          {text('searchBox.more', { count: Math.min(total, many) - items.length })}
        </button>
      )}
    </section>
  );
}

function Everything({ found: { groups, missing }, q, onMore }: { found: Found; q: string; onMore: (() => void) | null }) {
  const text = useText();
  return (
    <>
      {missing.length > 0 && <p role="alert">{text('searchBox.missing', { count: missing.length })}</p>}
      {groups.length === 0 && (
        <Void title={text('searchBox.none', { q })}>
          <p>{text('searchBox.noneText')}</p>
        </Void>
      )}
      <div className="found-groups">
        {groups.map((group) => (
          <FoundGroup key={group.kind} group={group} onMore={onMore} />
        ))}
      </div>
    </>
  );
}

/** Everything that matches, by kind, with how many there are. */
export function Component() {
  const text = useText();
  const { name } = useNetwork();
  const [search, setSearch] = useSearchParams();
  const q = (search.get('q') ?? '').trim().slice(0, 100);
  const all = search.get('todo') === 'si';
  const found = useFound(q, all ? many : few);
  const title = q === '' ? text('searchBox.title') : text('searchBox.titleOf', { q });
  return (
    <>
      <div className="intro">
        <PageTitle title={title} of={name} />
      </div>
      <Field key={q} q={q} onAsk={(words) => setSearch({ q: words })} />
      {q.length < fewest ? (
        <p>{text('searchBox.begin')}</p>
      ) : (
        <Loaded query={found} failed={text('searchBox.failed')} skeleton={<RowsSkeleton />}>
          {(data) => <Everything found={data} q={q} onMore={all ? null : () => setSearch({ q, todo: 'si' })} />}
        </Loaded>
      )}
    </>
  );
}
