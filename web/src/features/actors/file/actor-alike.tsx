import type { ActorFile } from '@alianza/contracts/membership/directory/actors';
import { useState } from 'react';
import { Link } from 'react-router';
import { AppDialog } from '../../../shared/page/dialog.js';
import { useAddress } from '../../../shared/session/place.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useMay } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { SendOrCancel } from '../../../shared/forms/send-or-cancel.js';

type Props = { readonly actor: ActorFile };
type Other = ActorFile['alike'][number];

/** That two entries are one organisation cannot be undone: it is asked before. */
function Recognizing({ actor, member, onClose }: Props & { member: Other; onClose: () => void }) {
  const text = useText();
  const recognize = useWrite('membership.actors.recognize', { alsoChanges: ['membership.members', 'membership.organizations'] });
  const press = () =>
    recognize.mutate({ input: { id: actor.id, organizationId: member.id }, version: actor.version }, { onSuccess: onClose });
  return (
    <AppDialog title={text('actors.recognize.title', { name: actor.title, member: member.name })} onClose={onClose}>
      <div className="form">
        <p>{text('actors.recognize.text')}</p>
        <SendOrCancel
          send={text('actors.recognize.send')}
          error={recognize.error}
          failed={text('actors.recognize.failed')}
          busy={recognize.isPending}
          onSend={press}
          onCancel={onClose}
        />
      </div>
    </AppDialog>
  );
}

/** The member that it is, or organisations that it might be. */
export function ActorAlike({ actor }: Props) {
  const text = useText();
  const may = useMay();
  const address = useAddress();
  const [asking, ask] = useState<Other | null>(null);
  const { member, application, alike } = actor;
  return (
    <>
      {member !== null && (
        <p className="notice">
          {text('actors.file.member')} <Link to={`${address('secretaria/integrantes')}?abierta=${member.id}`}>{member.name}</Link>
        </p>
      )}
      {application !== null && (
        <p>
          <Link to={`${address('secretaria/solicitudes')}?abierta=${application.id}`}>{text('actors.file.application')}</Link>
        </p>
      )}
      {member === null && alike.length > 0 && (
        <section>
          <h3>{text('actors.file.alike')}</h3>
          <ul className="ways">
            {alike.map((other) => (
              <li key={other.id}>
                {other.name}{' '}
                <span className="minor">
                  {text('actors.file.alikeLine', {
                    standing: text(`secretariat.duplicates.status.${other.kind === 'actor' ? 'actor' : other.status}`),
                    by: other.by.map((one) => text(`secretariat.duplicates.by.${one}`)).join(', '),
                  })}
                </span>{' '}
                {may('organizations:maintain') && other.kind === 'member' && other.status !== 'withdrawn' && (
                  <button className="link" type="button" onClick={() => ask(other)}>
                    {text('actors.file.recognize')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {asking !== null && <Recognizing actor={actor} member={asking} onClose={() => ask(null)} />}
    </>
  );
}
