import type { Likeness, Likenesses } from '@alianza/contracts/membership/application-desk';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { useOpenRow } from '../../../shared/queue/open-row.js';
import { useAddress } from '../../../shared/session/place.js';
import { useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { applicationStates } from '../components/application-states.js';
import { standingOf, type LikeOrganization } from './standing-of.js';

interface ListProps {
  readonly title: string;
  readonly items: readonly { readonly id: string; readonly link: ReactNode; readonly standing: string; readonly by: readonly Likeness[] }[];
}

function Alike({ title, items }: ListProps) {
  const text = useText();
  if (items.length === 0) return null;
  return (
    <>
      <p className="minor">{title}</p>
      <ul className="ways">
        {items.map(({ id, link, standing, by }) => (
          <li key={id}>
            {link}{' '}
            <span className="minor">
              {text('secretariat.duplicates.line', {
                status: standing,
                by: by.map((one) => text(`secretariat.duplicates.by.${one}`)).join(', '),
              })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Its file in the secretariat: the public page is not there for everyone. */
const fileOf = ({ id, kind, actorId }: Pick<LikeOrganization, 'id' | 'kind' | 'actorId'>): string =>
  kind === 'actor' ? `secretaria/actores?abierta=${actorId ?? ''}` : `secretaria/integrantes?abierta=${id}`;

function Found({ organizations, applications }: Likenesses) {
  const text = useText();
  const address = useAddress();
  const { hrefOf } = useOpenRow();
  if (organizations.length + applications.length === 0) return <p className="quiet-text">{text('secretariat.duplicates.none')}</p>;
  return (
    <>
      <p className="quiet-text">{text('secretariat.duplicates.some')}</p>
      <Alike
        title={text('secretariat.duplicates.organizations')}
        items={organizations.map(({ name, ...known }) => ({
          id: known.id,
          by: known.by,
          standing: standingOf(text, known),
          link: <Link to={address(fileOf(known))}>{name}</Link>,
        }))}
      />
      <Alike
        title={text('secretariat.duplicates.applications')}
        items={applications.map(({ id, organization, status, by }) => ({
          id,
          by,
          standing: text(applicationStates[status].key),
          link: <Link to={hrefOf(id)}>{organization}</Link>,
        }))}
      />
    </>
  );
}

/** Organisations and applications that may be the same as this one. */
export function Duplicates({ id }: { id: string }) {
  const text = useText();
  const query = useRead('membership.applications.duplicates', { id });
  return (
    <section>
      <h3>{text('secretariat.duplicates.title')}</h3>
      <Loaded query={query} failed={text('secretariat.duplicates.failed')} skeleton={<RowsSkeleton rows={1} />}>
        {(found) => <Found {...found} />}
      </Loaded>
    </section>
  );
}
