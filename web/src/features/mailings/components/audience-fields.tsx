import { AskGroup } from '../../../shared/forms/ask.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { NextPage } from '../../../shared/page/next-page.js';
import { Link } from 'react-router';
import { useAddress } from '../../../shared/session/place.js';
import { useList } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { roles, type Draft, type Filter } from '../api/draft.js';

interface Props {
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  readonly filter: Filter;
  readonly errors: Readonly<Record<string, string | undefined>>;
}

const toggled = <T,>(all: readonly T[], one: T, on: boolean): T[] => [...all.filter((other) => other !== one), ...(on ? [one] : [])];

/** What the filter finds, to be marked one by one. */
function Organizations({
  draft,
  change,
  list,
  error,
}: Omit<Props, 'filter' | 'errors'> & { list: ReturnType<typeof useMembers>; error: string | undefined }) {
  const text = useText();
  return (
    <AskGroup id="organizations" legend={text('mailings.write.organizations')} error={error}>
      <Loaded query={list} failed={text('mailings.write.organizationsFailed')} skeleton={<RowsSkeleton rows={4} />}>
        {({ pages }) =>
          pages
            .flatMap(({ items }) => items)
            .map(({ id, name, acronym }) => (
              <label className="option" key={id}>
                <input
                  type="checkbox"
                  checked={draft.organizations.includes(id)}
                  onChange={({ target }) => change({ organizations: toggled(draft.organizations, id, target.checked) })}
                />{' '}
                {name}
                {acronym !== null && ` (${acronym})`}
              </label>
            ))
        }
      </Loaded>
      <NextPage list={list} />
    </AskGroup>
  );
}

const useMembers = (filter: Filter) => useList('membership.members.list', { ...filter, limit: 100 });

/** Which organisations, and who of them. */
export function AudienceFields({ draft, change, filter, errors }: Props) {
  const text = useText();
  const address = useAddress();
  const list = useMembers(filter);
  const count = list.data?.pages[0]?.total ?? 0;
  return (
    <>
      <AskGroup id="to" legend={text('mailings.write.to')} help={text('mailings.write.toHelp')}>
        {[false, true].map((marked) => (
          <label className="option" key={String(marked)}>
            <input type="radio" name="to" checked={draft.marked === marked} onChange={() => change({ marked })} />{' '}
            {marked ? text('mailings.write.chosen') : text('mailings.write.all', { count })}
          </label>
        ))}
        <p className="quiet-text">
          {text('mailings.write.filterHere')} <Link to={address('secretaria/integrantes')}>{text('mailings.write.members')}</Link>
        </p>
      </AskGroup>
      {draft.marked && <Organizations draft={draft} change={change} list={list} error={errors.organizations} />}
      <AskGroup id="roles" legend={text('mailings.write.roles')} error={errors.roles}>
        {roles.map((role) => (
          <label className="option" key={role}>
            <input
              type="checkbox"
              checked={draft.roles.includes(role)}
              onChange={({ target }) => change({ roles: toggled(draft.roles, role, target.checked) })}
            />{' '}
            {text(`taxonomy.role.${role}`)}
          </label>
        ))}
      </AskGroup>
    </>
  );
}
