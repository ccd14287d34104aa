import type { Input } from '../../../shared/api/call.js';

type Sent = Input<'notifications.mailings.send'>;
type Audience = Sent['to'];
export type Role = Audience['roles'][number];
/** Of the members table; whatever is not said is not filtered by. */
type Asked = Omit<Input<'membership.members.list'>, 'sort' | 'order' | 'cursor' | 'limit'>;
export type Filter = Asked & Required<Pick<Asked, 'status' | 'category' | 'sector' | 'region' | 'country'>>;

export const roles = ['titular', 'suplente', 'editor'] as const satisfies readonly Role[];
export const languages = ['es', 'en'] as const;
type Lang = (typeof languages)[number];

/** A message while it is written. Texts that are empty are not there yet. */
export interface Draft {
  /** Only those that are marked, instead of all that the filter finds. */
  readonly marked: boolean;
  readonly organizations: readonly string[];
  readonly roles: readonly Role[];
  readonly subject: Readonly<Record<Lang, string>>;
  readonly body: Readonly<Record<Lang, string>>;
  readonly always: boolean;
  readonly reason: string;
}

export const emptyDraft: Draft = {
  marked: false,
  organizations: [],
  roles: ['titular'],
  subject: { es: '', en: '' },
  body: { es: '', en: '' },
  always: false,
  reason: '',
};

/** What the members table was filtered by, as its address hands it on; whatever else stands there is no filter. */
export function filterIn(search: URLSearchParams): Filter {
  const none: Filter = { status: [], category: [], sector: [], region: [], country: [] };
  const active: Filter = { ...none, status: ['active'] };
  try {
    const read = JSON.parse(search.get('filtro') ?? 'null') as unknown;
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...none, ...read } : active;
  } catch {
    return active;
  }
}

const isSaid = (texts: Draft['subject']) => languages.some((lang) => texts[lang].trim() !== '');

/** Which questions have no answer yet, by the ids of their controls. */
export function missingIn(draft: Draft, only: 'audience' | 'all'): ('organizations' | 'roles' | 'subject' | 'body' | 'reason')[] {
  const audience = [
    draft.marked && draft.organizations.length === 0 && ('organizations' as const),
    draft.roles.length === 0 && ('roles' as const),
    draft.always && draft.reason.trim() === '' && ('reason' as const),
  ];
  const letter = [!isSaid(draft.subject) && ('subject' as const), !isSaid(draft.body) && ('body' as const)];
  return [...audience, ...(only === 'all' ? letter : [])].filter((one) => one !== false);
}

export const audienceOf = (draft: Draft, filter: Filter): Audience => ({
  ...(draft.marked ? { organizations: [...draft.organizations], filter: null } : { organizations: null, filter }),
  roles: [...draft.roles],
});

export const reasonOf = ({ always, reason }: Draft): string | null => (always ? reason.trim() : null);

function localized(texts: Draft['subject']): Sent['subject'] {
  const said = languages.filter((lang) => texts[lang].trim() !== '');
  return { original: said[0] ?? 'es', ...Object.fromEntries(said.map((lang) => [lang, texts[lang].trim()])) };
}

export const letterOf = (draft: Draft) => ({ subject: localized(draft.subject), body: localized(draft.body), reason: reasonOf(draft) });
