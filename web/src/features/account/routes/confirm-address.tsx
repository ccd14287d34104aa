import { ConfirmByLink, Said } from '../../../shared/letters/confirm-by-link.js';
import { useAddress } from '../../../shared/session/place.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useSecret } from '../../../shared/session/secret.js';
import { useText } from '../../../shared/texts/use-text.js';

/** Where the mail to the new address leads. */
export function Component() {
  const text = useText();
  const onward = { href: useAddress()('miembro/cuenta'), onward: text('account.address.open') };
  const secret = useSecret();
  const confirm = useWrite('membership.addresses.confirm');
  const none = (
    <Said title={text('account.address.noLink.title')} {...onward}>
      {text('account.address.noLink.text')}
    </Said>
  );
  const done = (
    <Said title={text('account.address.done')} {...onward}>
      {text('account.address.doneText')}
    </Said>
  );
  const said = {
    title: text('account.address.title'),
    text: text('account.address.text'),
    press: text('account.address.press'),
    failed: text('account.address.failed'),
  };
  if (secret === null) return none;
  return <ConfirmByLink {...{ said, done, none }} confirming={confirm} onConfirm={() => confirm.mutate({ input: { secret } })} />;
}
