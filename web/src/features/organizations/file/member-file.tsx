import type { MemberFile as File } from '@alianza/contracts/membership/directory/members';
import { Link } from 'react-router';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { OpenedFile } from '../../../shared/queue/opened-file.js';
import { useAddress } from '../../../shared/session/place.js';
import { useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { LetterMark, MemberState } from '../components/member-state.js';
import { Decisions } from './decisions.js';
import { MemberCategories } from './member-categories.js';
import { MemberDeeds } from './member-deeds.js';
import { MemberFacts } from './member-facts.js';
import { MemberHistory } from './member-history.js';
import { MemberPeople } from './member-people.js';
import { MemberWayIn } from './member-way-in.js';

function Opened({ member }: { member: File }) {
  const text = useText();
  const address = useAddress();
  return (
    <>
      <Decisions member={member} />
      <MemberFacts member={member} />
      {member.formerNames.length > 0 && (
        <p className="quiet-text">{text('members.file.formerly', { names: member.formerNames.join(', ') })}</p>
      )}
      <section>
        <h3>{text('members.file.people')}</h3>
        <MemberPeople member={member} />
        <p>
          <Link to={address(`secretaria/integrantes/${member.id}/personas`)}>{text('people.title')}</Link>
        </p>
      </section>
      <section>
        <h3>{text('members.file.categories')}</h3>
        <MemberCategories categories={member.categories} />
      </section>
      <section>
        <h3>{text('members.file.records')}</h3>
        <MemberDeeds member={member} />
      </section>
      <section>
        <h3>{text('members.file.applications')}</h3>
        <MemberWayIn member={member} />
      </section>
      <section>
        <h3>{text('members.file.history')}</h3>
        <MemberHistory history={member.history} />
      </section>
      <div className="buttons">
        <button className="button second" type="button" onClick={() => window.print()}>
          {text('members.file.print')}
        </button>
      </div>
    </>
  );
}

/** All that is known of one member, beside the table: its state, data, people, categories and history. */
export function MemberFile({ id, onClose }: { id: string; onClose: () => void }) {
  const text = useText();
  const query = useRead('membership.members.get', { id });
  const state = query.data && (
    <>
      <MemberState status={query.data.status} /> <LetterMark letter={query.data.letter} />
    </>
  );
  return (
    <OpenedFile id={id} title={query.data?.name ?? text('members.file.title')} state={state} onClose={onClose}>
      <Loaded query={query} failed={text('members.file.failed')} skeleton={<RowsSkeleton />}>
        {(member) => <Opened member={member} />}
      </Loaded>
    </OpenedFile>
  );
}
