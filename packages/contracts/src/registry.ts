import * as auditChains from './audit/chains.js';
import * as auditEntries from './audit/entries.js';
import * as uploads from './gateway/uploads.js';
import * as account from './membership/account/account.js';
import * as accounts from './membership/account/accounts.js';
import * as addresses from './membership/account/addresses.js';
import * as personalData from './membership/account/personal-data.js';
import * as actorImports from './membership/imports/actors.js';
import * as actors from './membership/directory/actors.js';
import * as applicationDesk from './membership/application-desk.js';
import * as applications from './membership/applications.js';
import * as correspondents from './membership/outside/correspondents.js';
import * as handovers from './membership/representation/handovers.js';
import * as gathering from './privacy/gathering.js';
import * as memberImports from './membership/imports/members.js';
import * as invitations from './membership/invitations.js';
import * as letters from './membership/representation/letters.js';
import * as letterTasks from './membership/representation/letter-tasks.js';
import * as members from './membership/directory/members.js';
import * as names from './membership/directory/names.js';
import * as networks from './membership/networks.js';
import * as networkSettings from './membership/settings/network-settings.js';
import * as statements from './membership/settings/statements.js';
import * as calendars from './membership/settings/calendars.js';
import * as firstPeople from './membership/settings/first-people.js';
import * as organizations from './membership/organizations.js';
import * as people from './membership/people.js';
import * as ownHistory from './membership/directory/own-history.js';
import * as profiles from './membership/directory/profiles.js';
import * as principals from './membership/principals.js';
import * as recipients from './membership/recipients.js';
import * as reviewers from './membership/reviewers.js';
import * as networkRoles from './membership/representation/network-roles.js';
import * as roles from './membership/representation/roles.js';
import * as mailings from './notifications/mailings.js';
import * as mails from './notifications/mails.js';
import * as notices from './notifications/notices.js';
import * as subscriptions from './notifications/subscriptions.js';
import * as counts from './repository/publication/counts.js';
import * as comments from './repository/review/comments.js';
import * as drafts from './repository/review/drafts.js';
import * as entries from './repository/review/entries.js';
import * as translations from './repository/review/translations.js';
import * as attachments from './repository/files/attachments.js';
import * as pictures from './repository/files/pictures.js';
import * as practices from './repository/practices.js';
import * as guests from './repository/review/guests.js';
import * as repositoryHandovers from './repository/handovers.js';
import * as harvest from './repository/harvest.js';
import * as imports from './repository/imports.js';
import * as inquiries from './repository/inquiries.js';
import * as replications from './repository/replications.js';
import * as related from './repository/publication/related.js';
import * as reviews from './repository/reviews.js';
import * as search from './repository/search.js';
import * as standIns from './repository/stand-ins.js';
import * as tasks from './repository/review/tasks.js';
import * as taxonomy from './repository/taxonomy.js';
import * as verifications from './repository/publication/verifications.js';
import * as versions from './repository/publication/versions.js';
import * as withdrawals from './repository/publication/withdrawals.js';
import * as searchBox from './search/search-box.js';
import { deadLetterOperations, type DeadLetterOperation } from './dead-letters.js';
import type { EventType } from './event.js';
import type { Operation } from './operation.js';

/** One line for each file of a noun; what it exports is found by itself. */
const nouns = [
  auditChains,
  auditEntries,
  uploads,
  applications,
  actors,
  actorImports,
  applicationDesk,
  correspondents,
  handovers,
  memberImports,
  invitations,
  letters,
  letterTasks,
  members,
  names,
  networks,
  networkSettings,
  statements,
  calendars,
  firstPeople,
  organizations,
  people,
  account,
  accounts,
  addresses,
  personalData,
  gathering,
  ownHistory,
  profiles,
  principals,
  recipients,
  reviewers,
  networkRoles,
  roles,
  notices,
  mailings,
  mails,
  subscriptions,
  practices,
  entries,
  translations,
  pictures,
  attachments,
  comments,
  drafts,
  guests,
  repositoryHandovers,
  harvest,
  imports,
  inquiries,
  related,
  reviews,
  search,
  standIns,
  tasks,
  taxonomy,
  verifications,
  searchBox,
  versions,
  withdrawals,
  counts,
  replications,
] as const;

type Exported<Noun> = Noun extends unknown ? Noun[keyof Noun] : never;
/** Every operation as a type: what a typed client is derived from. */
export type AnyOperation = Extract<Exported<(typeof nouns)[number]>, { type: 'operation' }> | DeadLetterOperation;
export type AnyOperationId = AnyOperation['id'];
export type OperationById<Id extends AnyOperationId> = Extract<AnyOperation, { id: Id }>;

const exported = nouns.flatMap((noun): unknown[] => Object.values(noun));
const isA = (type: string) => (value: unknown) =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === type && !('shape' in value);

/** Every operation of the platform, by name of its noun's file. */
export const operations: readonly Operation[] = [
  ...(exported.filter(isA('operation')) as Operation[]),
  ...Object.values(deadLetterOperations).flatMap(({ list, retry, own, retryOwn }) => [list, retry, own, retryOwn]),
];

/** Every event of the platform. */
export const events = exported.filter(isA('event')) as EventType[];

/** Refuses what could not be served: an id or a route declared twice. Called by every process at its start. */
export function checkContracts(all: readonly Operation[] = operations): void {
  const seen = new Set<string>();
  for (const { id, method, path, access } of all) {
    const route = `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`;
    for (const name of [id, route]) {
      if (seen.has(name)) throw new Error(`two operations are declared for ${name}`);
      seen.add(name);
    }
    if (access === undefined) throw new Error(`${id} declares no access`);
  }
}
