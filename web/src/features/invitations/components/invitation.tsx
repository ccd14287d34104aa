import type { DescribedInvitation } from '@alianza/contracts/membership/invitations';
import { useCallback, useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { LineField } from '../../../shared/forms/line-field.js';
import { dateInWords } from '../../../shared/format/dates.js';
import { Failure } from '../../../shared/page/failure.js';
import { PageTitle } from '../../../shared/page/page.js';
import { rememberActing } from '../../../shared/session/acting.js';
import { useApi } from '../../../shared/session/api.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress, usePlace } from '../../../shared/session/place.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { forgetInvitation, keepName, keptName } from './kept-secret.js';

interface Props {
  readonly described: DescribedInvitation;
  readonly secret: string;
}

const staff: readonly string[] = ['secretariat', 'secretariat-lead', 'reviewer', 'external-reviewer', 'auditor'];

/** Binds the account to the role, then opens the workspace anew: what this person may do has changed. */
function useAccepting({ described, secret }: Props) {
  const { network, lang } = usePlace();
  const { privacy } = useNetwork();
  const address = useAddress();
  const accept = useWrite('membership.invitations.accept', { ends: 'membership.invitations.describe' });
  const { mutate } = accept;
  const home = address(staff.includes(described.role) ? 'secretaria' : 'miembro');
  const bind = useCallback(
    (name?: string) =>
      mutate(
        { input: { secret, name, language: lang, notice: privacy.version } },
        {
          onSuccess: ({ organizationId }) => {
            forgetInvitation(network);
            rememberActing(network, organizationId);
            location.assign(home);
          },
        },
      ),
    [mutate, secret, lang, privacy.version, network, home],
  );
  return { bind, error: accept.error, busy: accept.isPending || accept.isSuccess };
}

function Offer({ described }: { described: DescribedInvitation }) {
  const text = useText();
  const { zone } = useNetwork();
  const role = text(`taxonomy.role.${described.role}`);
  const rows = [
    [text('invitation.role'), role],
    [text('invitation.organization'), described.organization],
    [text('invitation.network'), described.network],
    [text('invitation.until'), dateInWords(text.lang, described.expiresAt, zone)],
  ].filter(([, value]) => value !== null);
  return (
    <dl className="pairs">
      {rows.map(([term, value]) => (
        <div className="pair" key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** After the way to the provider, what was said before leaving is done without asking again; not where the account has another name than the one that was said. */
function useReturn({ known }: DescribedInvitation, signedIn: boolean, bind: (name: string) => void) {
  const { network } = usePlace();
  const done = useRef(false);
  useEffect(() => {
    const name = keptName(network);
    if (!signedIn || name === null || (known ?? name) !== name || done.current) return;
    done.current = true;
    bind(name);
  }, [known, signedIn, bind, network]);
}

/** What is done with the address, and which notice is accepted with the role. */
function WhatIsKept() {
  const text = useText();
  const address = useAddress();
  const { privacy } = useNetwork();
  return (
    <p>
      {text('invitation.privacy')} {text('invitation.notice', { version: privacy.version })}{' '}
      <a href={address('privacidad')}>{text('invitation.readNotice')}</a>
    </p>
  );
}

/** Who is known already keeps the name they have. */
function AcceptForm({ described, secret }: Props) {
  const text = useText();
  const { known, email } = described;
  const { network, lang } = usePlace();
  const { auth } = useApi();
  const signedIn = auth?.signedIn === true;
  const { bind, error, busy } = useAccepting({ described, secret });
  const [name, setName] = useState(() => keptName(network) ?? '');
  const [missing, setMissing] = useState(false);
  useReturn(described, signedIn, bind);
  const accept = (event: SyntheticEvent) => {
    event.preventDefault();
    if (known !== null) return bind();
    setMissing(name.trim() === '');
    if (name.trim() === '') return document.getElementById('name')?.focus();
    if (signedIn) return bind(name.trim());
    keepName(network, name.trim());
    void auth?.signIn({ lang, email });
  };
  return (
    <form className="form" noValidate onSubmit={accept}>
      {known === null && (
        <LineField
          id="name"
          label={text('invitation.name')}
          help={text('invitation.nameHelp')}
          error={missing ? text('invitation.nameMissing') : undefined}
          autoComplete="name"
          short
          maxLength={120}
          value={name}
          onSay={setName}
        />
      )}
      <WhatIsKept />
      {known === null ? (
        <p>{signedIn ? text('invitation.signedIn') : text('invitation.password', { email })}</p>
      ) : (
        <p>{text('invitation.known', { name: known })}</p>
      )}
      <div className="buttons">
        <button className="button" type="submit" disabled={busy}>
          {text('invitation.accept')}
        </button>
      </div>
      {error && <Failure error={error} title={text('invitation.acceptFailed')} />}
    </form>
  );
}

/** What is offered, and one button that takes it. */
export function Invitation({ described, secret }: Props) {
  const text = useText();
  const { name } = useNetwork();
  const title = described.organization
    ? text('invitation.title', { organization: described.organization })
    : text('invitation.titleNetwork', { network: described.network });
  return (
    <div className="form-col">
      <PageTitle title={title} of={name} />
      <Offer described={described} />
      <AcceptForm described={described} secret={secret} />
    </div>
  );
}
