import type { OrganizationPeople as People } from '@alianza/contracts/membership/representation/roles';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { dateInWords } from '../../../shared/format/dates.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { Invited } from '../../../shared/parts/invited.js';
import { Void } from '../../../shared/parts/void.js';
import { useAddress } from '../../../shared/session/place.js';
import { useRead } from '../../../shared/session/queries.js';
import { useMayAct, useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { noteOn, offering, successorsIn, titularIn } from '../api/letters-due.js';
import { HandoverDialog } from '../dialogs/handover-dialog.js';
import { InviteDialog } from '../dialogs/invite-dialog.js';
import { PeopleTable } from './people-table.js';

interface Props {
  /** Named by the secretariat; the one acted for where nobody is named. */
  readonly organizationId?: string;
}

function Deeds({ people, organizationId }: Props & { people: People }) {
  const text = useText();
  const may = useMayAct();
  const [search, setSearch] = useSearchParams();
  const [asking, ask] = useState<'invite' | 'handover' | null>(search.get(offering.key) === offering.value ? 'handover' : null);
  if (!may('representatives:write') || people.organization.status !== 'active') return null;
  const vacant = titularIn(people.items) === undefined;
  const decides = may('letters:accredit');
  const hands = !vacant || (decides && successorsIn(people.items).length > 0);
  const onClose = () => {
    ask(null);
    if (!search.has(offering.key)) return;
    const rest = new URLSearchParams(search);
    rest.delete(offering.key);
    setSearch(rest, { replace: true });
  };
  return (
    <p className="buttons">
      <button className="button" type="button" onClick={() => ask('invite')}>
        {text('people.invite.press')}
      </button>
      {hands && (
        <button className="button second" type="button" onClick={() => ask('handover')}>
          {text('people.handover.press')}
        </button>
      )}
      {asking === 'invite' && <InviteDialog organizationId={organizationId} titular={vacant && decides} onClose={onClose} />}
      {hands && asking === 'handover' && <HandoverDialog people={people} onClose={onClose} />}
    </p>
  );
}

function Note({ people }: { people: People }) {
  const text = useText();
  const address = useAddress();
  const note = noteOn(people);
  if (note === null) return null;
  return (
    <p className="notice">
      {text(note.key, { date: note.date === null ? '' : dateInWords(text.lang, note.date) })}{' '}
      {note.key === 'people.note.missing' && <a href={`${address('ayuda')}#representar`}>{text('people.note.help')}</a>}
    </p>
  );
}

function Which({ before, choose }: { before: boolean; choose: (before: boolean) => void }) {
  const text = useText();
  return (
    <div className="filters">
      <div>
        <label htmlFor="which-people">{text('people.which')}</label>
        <select id="which-people" value={before ? 'with' : 'without'} onChange={(event) => choose(event.target.value === 'with')}>
          <option value="without">{text('people.now')}</option>
          <option value="with">{text('people.before')}</option>
        </select>
      </div>
    </div>
  );
}

/** Who represents an organisation and on which letters, who else works in it, and who is invited. */
export function OrganizationPeople({ organizationId }: Props) {
  const text = useText();
  const may = useMayAct();
  const { roles } = useSession();
  const [before, choose] = useState(false);
  const query = useRead('membership.roles.list', { organizationId, ended: before ? 'with' : 'without' });
  const endsTitular = roles.some((role) => role === 'secretariat' || role === 'secretariat-lead');
  return (
    <Loaded query={query} failed={text('people.failed')} skeleton={<RowsSkeleton />}>
      {(people) => (
        <div className="stack">
          <Note people={people} />
          <Deeds people={people} {...(organizationId !== undefined && { organizationId })} />
          <Which before={before} choose={choose} />
          {people.items.length === 0 ? (
            <Void title={text('people.none')}>
              <p>{text('people.noneText')}</p>
            </Void>
          ) : (
            <PeopleTable items={people.items} endsTitular={endsTitular} />
          )}
          <Invited items={people.invitations} mayRevoke={() => may('representatives:write')} />
        </div>
      )}
    </Loaded>
  );
}
