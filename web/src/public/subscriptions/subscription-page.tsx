import { useText } from '../../shared/texts/use-text.js';
import type { NetworkVisit, Page } from '../visit.js';

const kinds = ['task', 'news', 'digest', 'mailing'] as const;
const states = ['subscribed', 'stopped'] as const;

interface Standing {
  readonly kind: (typeof kinds)[number];
  readonly state: (typeof states)[number];
}

/** What the edge found behind the link; null without a link, or with one that leads nowhere. */
function standingOf({ posted }: NetworkVisit): Standing | null {
  const kind = kinds.find((one) => one === posted?.values.kind);
  const state = states.find((one) => one === posted?.values.state);
  return kind && state ? { kind, state } : null;
}

/** One button; the form goes to the address that was opened, which alone holds the secret. */
function Choice({ kind, state }: Standing) {
  const text = useText();
  const [act, press] = state === 'subscribed' ? ['baja', text('subscriptions.stop')] : ['volver', text('subscriptions.resume')];
  return (
    <form className="form" method="post">
      <p>{text(`subscriptions.${state}.${kind}`)}</p>
      <p className="buttons">
        <button className={state === 'subscribed' ? 'button' : 'button second'} type="submit" name="que" value={act}>
          {press}
        </button>
      </p>
    </form>
  );
}

function Subscribing({ visit, standing }: { visit: NetworkVisit; standing: Standing | null }) {
  const text = useText();
  return (
    <div className="form-col">
      <h1>{text(standing === null ? 'subscriptions.gone.title' : `subscriptions.${standing.state}.title`)}</h1>
      {standing === null ? <p>{text('subscriptions.gone.text')}</p> : <Choice {...standing} />}
      <p className="quiet-text">
        {text('subscriptions.always')} <a href={visit.addressOf('miembro/preferencias')}>{text('subscriptions.preferences')}</a>
      </p>
    </div>
  );
}

/** `/{network}/baja/…`: where the foot of a mail leads, to get no more of its kind. */
export function subscriptionPage(visit: NetworkVisit): Page {
  const { text, posted } = visit;
  const standing = standingOf(visit);
  return {
    status: posted?.status ?? 404,
    title: text(standing === null ? 'subscriptions.gone.title' : `subscriptions.${standing.state}.title`),
    description: text('subscriptions.description', { network: visit.network.name }),
    indexed: false,
    kind: 'website',
    section: null,
    main: <Subscribing visit={visit} standing={standing} />,
  };
}
