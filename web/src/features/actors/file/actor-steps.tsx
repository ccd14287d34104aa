import type { ActorFile } from '@alianza/contracts/membership/directory/actors';
import { momentInWords } from '../../../shared/format/dates.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useText } from '../../../shared/texts/use-text.js';

/** How far it came, when, by whom and with what words; the newest first. */
export function ActorSteps({ actor: { history } }: { actor: ActorFile }) {
  const text = useText();
  const { zone } = useNetwork();
  return (
    <section>
      <h3>{text('actors.file.history')}</h3>
      <ol className="history-list">
        {history.map(({ state, at, by, note }) => (
          <li key={at + state}>
            <time dateTime={at}>{momentInWords(text.lang, at, zone)}</time>
            <p>{text(`actors.state.${state}`)}</p>
            {by !== null && <p className="quiet-text">{by}</p>}
            {note !== null && <p className="said">{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
