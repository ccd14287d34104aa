import { listOf } from '../../shared/format/lists.js';
import { useSession } from '../../shared/session/session.js';
import { useText } from '../../shared/texts/use-text.js';

/** A label within a sentence begins small. */
const inSentence = (lang: string, label: string) => label.charAt(0).toLocaleLowerCase(lang) + label.slice(1);

/** For whom, and as what, everything on this page is done. */
export function Acting() {
  const text = useText();
  const { acting, roles, me } = useSession();
  const named = roles.map((role) => inSentence(text.lang, text(`taxonomy.role.${role}`)));
  return (
    <p className="acting">
      <small>{acting ? text('account.onBehalf') : text('account.signedInAs')}</small> <b>{acting?.name ?? me.name}</b>
      {acting?.status === 'suspended' && <small>{text('account.suspended')}</small>}{' '}
      <small>{text('account.as', { roles: listOf(text.lang, named) })}</small>
    </p>
  );
}
