import type { MemberFile } from '@alianza/contracts/membership/directory/members';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAddress } from '../../../shared/session/place.js';
import { useMay, useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { CategoryDialog } from './category-dialog.js';
import { StandingDialog, type Verb } from './standing-dialog.js';

const verbs: Readonly<Record<MemberFile['status'], readonly Verb[]>> = {
  active: ['suspend', 'withdraw'],
  suspended: ['reinstate', 'withdraw'],
  withdrawn: [],
};

/** What can be decided about a member; each asks before it happens. */
export function Decisions({ member }: { member: MemberFile }) {
  const text = useText();
  const may = useMay();
  const address = useAddress();
  const { membership } = useSession();
  const [asking, ask] = useState<Verb | 'categorize' | null>(null);
  const close = () => ask(null);
  const categorizes = may('organizations:categorize') && member.status !== 'withdrawn';
  const offered = may('organizations:decide') ? verbs[member.status] : [];
  const corrects = may('organizations:maintain');
  if (!categorizes && !corrects && offered.length === 0) return null;
  if (membership.organizations.some(({ id }) => id === member.id)) return <p className="quiet-text">{text('members.decide.own')}</p>;
  return (
    <div className="buttons">
      {corrects && (
        <Link className="button second" to={address(`secretaria/integrantes/${member.id}/datos`)}>
          {text('members.file.correct')}
        </Link>
      )}
      {categorizes && (
        <button className="button second" type="button" onClick={() => ask('categorize')}>
          {text('members.categorize.press')}
        </button>
      )}
      {offered.map((verb) => (
        <button key={verb} className={verb === 'reinstate' ? 'button' : 'button grave'} type="button" onClick={() => ask(verb)}>
          {text(`members.decide.${verb}.press`)}
        </button>
      ))}
      {asking === 'categorize' && <CategoryDialog member={member} onClose={close} />}
      {asking !== null && asking !== 'categorize' && <StandingDialog member={member} verb={asking} onClose={close} />}
    </div>
  );
}
