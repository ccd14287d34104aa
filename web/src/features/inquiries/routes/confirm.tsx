import { useParams } from 'react-router';
import { ConfirmByLink, Said } from '../../../shared/letters/confirm-by-link.js';
import { useAddress } from '../../../shared/session/place.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useSecret } from '../../../shared/session/secret.js';
import { useText } from '../../../shared/texts/use-text.js';

/** Where the link of the confirmation mail leads. */
export function Component() {
  const text = useText();
  const address = useAddress();
  const { slug } = useParams();
  const all = { href: address('practicas'), onward: text('inquiries.noLink.back') };
  const onward = slug === undefined ? all : { href: address(`practicas/${slug}`), onward: text('inquiries.confirm.back') };
  const secret = useSecret();
  const confirm = useWrite('membership.correspondents.confirm');
  const none = (
    <Said title={text('inquiries.noLink.title')} {...onward}>
      {text('inquiries.noLink.text')}
    </Said>
  );
  const done = (
    <Said title={text('inquiries.confirm.done')} {...onward}>
      {text('inquiries.confirm.doneText')}
    </Said>
  );
  const said = {
    title: text('inquiries.confirm.title'),
    text: text('inquiries.confirm.text'),
    press: text('inquiries.confirm.press'),
    failed: text('inquiries.confirm.failed'),
  };
  if (secret === null) return none;
  return <ConfirmByLink {...{ said, done, none }} confirming={confirm} onConfirm={() => confirm.mutate({ input: { secret } })} />;
}
