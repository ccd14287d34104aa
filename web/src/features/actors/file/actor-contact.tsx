import type { ActorFile } from '@alianza/contracts/membership/directory/actors';
import { retention } from '@alianza/contracts/privacy/retention';
import { dateInWords } from '../../../shared/format/dates.js';
import { Undelivered } from '../../../shared/parts/undelivered.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useText } from '../../../shared/texts/use-text.js';

/** Whom to write to: for the secretariat's eyes alone. */
export function ActorContact({ actor: { contact, stoppedAt, undelivered } }: { actor: ActorFile }) {
  const text = useText();
  const { zone } = useNetwork();
  const missing =
    stoppedAt === null ? text('actors.file.contactNone') : text('actors.file.stopped', { date: dateInWords(text.lang, stoppedAt, zone) });
  return (
    <section>
      <h3>{text('actors.file.contact')}</h3>
      {contact === null ? (
        <p className="quiet-text">{missing}</p>
      ) : (
        <>
          <p>
            {[contact.name, contact.office].filter((said) => said !== null).join(', ')}{' '}
            <a href={`mailto:${contact.email}`}>{contact.email}</a>
          </p>
          <Undelivered undelivered={undelivered} />
          <p className="quiet-text">{text('actors.file.contactNote', { months: retention.actorContactMonths })}</p>
        </>
      )}
    </section>
  );
}
