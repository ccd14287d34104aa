import type { MailingPreview } from '@alianza/contracts/notifications/mailings';
import { listOf } from '../../../shared/format/lists.js';
import { numberIn } from '../../../shared/format/numbers.js';
import { useText } from '../../../shared/texts/use-text.js';

function Named({ said, names }: { said: 'unreachable' | 'without'; names: MailingPreview['without'] }) {
  const text = useText();
  if (names.total === 0) return null;
  const more = names.total - names.names.length;
  return (
    <p>
      {text(`mailings.reach.${said}`, { count: names.total })} {listOf(text.lang, names.names)}.
      {more > 0 && ` ${text('mailings.unreachable.more', { count: numberIn(text.lang, more) })}`}
    </p>
  );
}

/** Whom a message reaches, and whom not. */
export function Reach({ preview }: { preview: MailingPreview }) {
  const text = useText();
  const { recipients, optedOut, unreachable, without } = preview;
  const said = { es: numberIn(text.lang, recipients.es), en: numberIn(text.lang, recipients.en) };
  return (
    <section className="panel" aria-labelledby="reach" role="status">
      <h2 id="reach">{text('mailings.reach.title')}</h2>
      <p>
        <b>{text('mailings.reach.total', { count: recipients.total })}</b> {recipients.total > 0 && text('mailings.reach.languages', said)}
      </p>
      {optedOut > 0 && <p>{text('mailings.reach.optedOut', { count: optedOut })}</p>}
      <Named said="unreachable" names={unreachable} />
      <Named said="without" names={without} />
    </section>
  );
}
