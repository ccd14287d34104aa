import type { ActorFile } from '@alianza/contracts/membership/directory/actors';
import { useState } from 'react';
import { Link } from 'react-router';
import { dateInWords } from '../../../shared/format/dates.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useMay } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { InviteDialog } from './invite-dialog.js';
import { MoveDialog, type Noted } from './move-dialog.js';

type Props = { readonly actor: ActorFile };

/** When it was invited, and from when on it may be again. */
function Invited({ actor: { invitedAt, inviteFrom } }: Props) {
  const text = useText();
  const { zone } = useNetwork();
  if (invitedAt === null) return null;
  return (
    <p className="quiet-text">
      {text('actors.invite.last', { date: dateInWords(text.lang, invitedAt, zone) })}{' '}
      {inviteFrom !== null && text('actors.invite.from', { date: dateInWords(text.lang, inviteFrom, zone) })}
    </p>
  );
}

/** What the secretariat can do to bring it in; each asks before it happens. */
export function Approach({ actor }: Props) {
  const text = useText();
  const may = useMay();
  const address = useAddress();
  const [asking, ask] = useState<Noted | 'invite' | null>(null);
  const close = () => ask(null);
  if (actor.state === 'member' || !may('organizations:maintain')) return <Invited actor={actor} />;
  const invitable = actor.state !== 'applied' && actor.contact !== null && actor.stoppedAt === null && actor.inviteFrom === null;
  return (
    <>
      <div className="buttons">
        {invitable && (
          <button className="button" type="button" onClick={() => ask('invite')}>
            {text('actors.invite.press')}
          </button>
        )}
        {(['contacted', 'not-interested'] as const).map((to) => (
          <button key={to} className="button second" type="button" onClick={() => ask(to)}>
            {text(`actors.move.${to}`)}
          </button>
        ))}
        <Link className="button second" to={address(`secretaria/actores/${actor.id}`)}>
          {text('actors.file.edit')}
        </Link>
      </div>
      <Invited actor={actor} />
      {asking === 'invite' && <InviteDialog actor={actor} onClose={close} />}
      {asking !== null && asking !== 'invite' && <MoveDialog actor={actor} to={asking} onClose={close} />}
    </>
  );
}
