import type { Event } from '@alianza/contracts/event';
import { invitationBounced, invitationExpired, invitationUntaken } from '@alianza/contracts/membership/invitations';
import type { Localized } from '@alianza/contracts/shapes';
import { itself, roleOffered } from '../../settling/things.js';
import { roleInWords } from './people-rules.js';
import type { Params, Rule } from '../rules.js';

type Data = Readonly<Record<string, unknown>>;
const dataOf = (event: Event) => event.data as Data;

/** What was offered, and where if it is not the network itself. */
function offered(event: Event): Params {
  const { role, organization } = dataOf(event);
  const words = roleInWords(String(role));
  if (!organization) return { role: words };
  const { original, ...names } = organization as Localized;
  const of = (lang: 'es' | 'en') => `${words[lang] ?? ''}, ${names[lang] ?? names[original] ?? ''}`;
  return { role: { original: 'es', es: of('es'), en: of('en') } };
}
const ofOrganization = (event: Event): string | null => (dataOf(event).organizationId as string | null | undefined) ?? null;

/** Invitations whose mail came back, or that nobody took: nobody else notices. */
export const invitationRules: readonly Rule[] = [
  {
    name: 'invitation-bounced',
    event: invitationBounced,
    recipients: 'titular and suplentes of the organisation, where it has a titular',
    kind: 'task',
    audience: (event) => {
      const id = ofOrganization(event);
      return id === null || dataOf(event).byNetwork === true ? null : { to: 'organization', id };
    },
    path: () => '/miembro/personas',
    thing: itself,
    inApp: true,
    params: offered,
  },
  {
    name: 'invitation-bounced-here',
    event: invitationBounced,
    recipients: 'holders of roles:grant, where the organisation has no titular or the role is of the network itself',
    kind: 'task',
    audience: (event) =>
      dataOf(event).byNetwork === true || ofOrganization(event) === null ? { to: 'permission', permission: 'roles:grant' } : null,
    path: (event) => {
      const id = ofOrganization(event);
      return id === null ? '/secretaria/papeles' : `/secretaria/integrantes/${id}/personas`;
    },
    thing: itself,
    inApp: true,
    params: offered,
  },
  {
    name: 'invitation-untaken',
    event: invitationUntaken,
    recipients: 'the titular of the organisation',
    kind: 'task',
    audience: (event) => ({ to: 'person', id: String(dataOf(event).titularId) }),
    path: () => '/miembro/personas',
    thing: roleOffered,
    inApp: true,
    params: (event) => ({
      organization: dataOf(event).organization as Localized,
      role: roleInWords(String(dataOf(event).role)),
      handover: dataOf(event).handover === true ? 'yes' : 'no',
    }),
  },
  {
    name: 'titular-invitation-expired',
    event: invitationExpired,
    recipients: 'holders of roles:grant, where the organisation has no titular',
    kind: 'task',
    audience: () => ({ to: 'permission', permission: 'roles:grant' }),
    path: (event) => `/secretaria/integrantes/${String(dataOf(event).organizationId)}/personas`,
    thing: roleOffered,
    inApp: true,
    params: (event) => ({ organization: dataOf(event).organization as Localized }),
  },
];
