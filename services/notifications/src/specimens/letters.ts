import type { PortalLanguage } from '@alianza/contracts/shapes';
import { composeDigest } from '../digests/digest-letter.js';
import { composeMailing } from '../mailings/mailing-letter.js';
import { composeLetter } from '../mails/letter.js';
import type { Composed } from '../mails/layout.js';
import { rules } from '../notices/rules.js';

/** One mail of a kind, as somebody gets it. */
export interface Specimen extends Composed {
  readonly name: string;
  /** Whether it comes whatever its reader chose. */
  readonly always: boolean;
  /** What it leads to; none of a mailing. */
  readonly url: string | null;
}

const origin = 'https://alianza.example.org/muestra';
export const out = {
  preferencesUrl: `${origin}/miembro/preferencias`,
  unsubscribeUrl: `${origin}/baja/${'s'.repeat(43)}`,
};

/** What fills the places of every text. */
export const words = {
  network: 'Red Muestra',
  organization: 'Red Ejemplo',
  title: 'Relevos',
  reason: 'Falta la firma.',
  validUntil: '15/01/2027',
  days: '7',
  role: 'titular',
  outcome: 'Se corrigió.',
  asked: '¿Es de 2024?',
  status: 'withdrawn',
  kind: 'message',
  day: '29/11/2026',
  why: 'titular',
  where: 'organization',
  renewed: 'no',
  handover: 'yes',
  ...{
    drafts: '2',
    changes: '1',
    rechecks: '1',
    inquiries: '0',
    replications: '3',
    clarify: '1',
    finish: '2',
    letters: '1',
    invitations: '1',
  },
};
type Words = Readonly<Record<keyof typeof words, string>>;

const bodies = {
  es: 'La asamblea es el **jueves 24** en [la sede](https://example.org/sede).\n\n- Acta anterior\n- Cuotas {network}',
  en: 'The assembly is on **Thursday 24** at [the seat](https://example.org/seat).\n\n- Last minutes\n- Dues {network}',
};

function mailings(lang: PortalLanguage, network: string): Specimen[] {
  const mailing = (name: string, reason: string | null, isTest: boolean): Specimen => {
    const subject = lang === 'es' ? 'Asamblea de marzo' : 'Assembly in March';
    return {
      name,
      always: reason !== null,
      url: null,
      ...composeMailing({ lang, network, subject, body: bodies[lang], reason, isTest, out }),
    };
  };
  return [
    mailing('mailing', null, false),
    mailing('mailing to everybody', lang === 'es' ? 'Vence el plazo.' : 'The deadline ends.', false),
    mailing('mailing-test', null, true),
  ];
}

function digest(lang: PortalLanguage, { network, title }: Words): Specimen {
  const url = `${origin}/miembro/avisos`;
  const items = ['/practicas/relevos', '/miembro/practicas'].map((path) => ({ title, text: `«${title}»`, url: origin + path }));
  return { name: 'digest', always: false, url, ...composeDigest({ lang, network, items, total: items.length, url, out }) };
}

/** What a rule also says of other facts than `words`. */
const branches: Readonly<Record<string, readonly Partial<Words>[]>> = {
  'invitation-untaken': [{ handover: 'no' }],
  'letter-expiring-here': [{ renewed: 'yes' }, { renewed: 'unheard' }],
  'erasure-held': [{ why: 'lead' }],
  'erasure-held-here': [{ why: 'lead' }],
  'role-ended': [{ where: 'network' }],
};

/** One of each kind that the product sends, and of each of its branches, in one language. */
export function specimens(lang: PortalLanguage, over: Partial<Words> = {}): Specimen[] {
  const filled = { ...words, ...over };
  const ofRules = rules.flatMap(({ name: rule, kind, inApp }) =>
    [{}, ...(branches[rule] ?? [])].map((branch): Specimen => {
      const { network, ...params } = { ...filled, ...branch };
      const name = [rule, ...Object.entries(branch).flat()].join(' ');
      const url = `${origin}/miembro/practicas/${rule}?abierta=1&otra=2`;
      const always = kind === 'summons' || !inApp;
      return { name, always, url, ...composeLetter({ rule, kind, lang, network, params, url, out: always ? null : out }) };
    }),
  );
  return [...ofRules, digest(lang, filled), ...mailings(lang, filled.network)];
}
