import type { FailingOutside, FailingPerson } from '@alianza/contracts/membership/recipients';
import { Link } from 'react-router';
import { dateInWords } from '../../../shared/format/dates.js';
import { numberIn } from '../../../shared/format/numbers.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { State } from '../../../shared/parts/state.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';

function Person({ person }: { person: FailingPerson }) {
  const text = useText();
  const { zone } = useNetwork();
  const roles = person.roles.map(({ role, organization }) => [text(`taxonomy.role.${role}`), organization].filter(Boolean).join(', '));
  return (
    <li>
      <b>{person.name}</b>
      <p className="quiet-text">
        {[...roles, text('mailings.unreachable.since', { date: dateInWords(text.lang, person.since, zone) })].join(' · ')}
      </p>
    </li>
  );
}

/** Where what was written about is dealt with; null where that is for whoever answers. */
function placeOf({ kind, id, organizationId }: FailingOutside): string | null {
  if (kind === 'application') return `secretaria/solicitudes?abierta=${id}`;
  if (kind === 'actor') return `secretaria/actores?abierta=${id}`;
  if (kind === 'inquiry') return null;
  return organizationId === null ? 'secretaria/papeles' : `secretaria/integrantes/${organizationId}/personas`;
}

function Outside({ one }: { one: FailingOutside }) {
  const text = useText();
  const { zone } = useNetwork();
  const address = useAddress();
  const { kind, organization, role } = one;
  const key = kind === 'invitation' && organization !== null ? 'invitationOf' : kind;
  const words = { organization: organization ?? '', role: role === null ? '' : text(`taxonomy.role.${role}`) };
  const said = text(`mailings.unreachable.${key}`, words);
  const place = placeOf(one);
  return (
    <li>
      {place === null ? <b>{said}</b> : <Link to={address(place)}>{said}</Link>}
      <p className="quiet-text">{text('mailings.unreachable.since', { date: dateInWords(text.lang, one.since, zone) })}</p>
    </li>
  );
}

function People({ items, total }: { items: readonly FailingPerson[]; total: number }) {
  const text = useText();
  return (
    <>
      <p>{text('mailings.unreachable.text')}</p>
      <ul className="history-list">
        {items.map((person) => (
          <Person key={person.personId} person={person} />
        ))}
      </ul>
      {total > items.length && <p>{text('mailings.unreachable.more', { count: numberIn(text.lang, total - items.length) })}</p>}
    </>
  );
}

/** Who has no account can be told by nobody but those who wrote. */
function Outsiders({ outside, total }: { outside: readonly FailingOutside[]; total: number }) {
  const text = useText();
  if (outside.length === 0) return null;
  return (
    <>
      <h3>{text('mailings.unreachable.outside')}</h3>
      <p>{text('mailings.unreachable.outsideText')}</p>
      <ul className="history-list">
        {outside.map((one) => (
          <Outside key={one.id} one={one} />
        ))}
      </ul>
      {total > outside.length && <p>{text('mailings.unreachable.more', { count: numberIn(text.lang, total - outside.length) })}</p>}
    </>
  );
}

/** People whom mails do not reach: somebody has to tell them otherwise. */
export function Unreachable() {
  const text = useText();
  const people = useRead('membership.recipients.failing', {});
  return (
    <aside className="panel" aria-labelledby="unreachable">
      <h2 id="unreachable">{text('mailings.unreachable.title')}</h2>
      <Loaded query={people} failed={text('mailings.unreachable.failed')} skeleton={<RowsSkeleton rows={2} />}>
        {({ items, total, outside, outsideTotal }) => (
          <>
            {total + outside.length === 0 && (
              <p>
                <State kind="done">{text('mailings.unreachable.none')}</State>
              </p>
            )}
            {total > 0 && <People items={items} total={total} />}
            <Outsiders outside={outside} total={outsideTotal} />
          </>
        )}
      </Loaded>
    </aside>
  );
}
