import type { ActorImportField } from '@alianza/contracts/imports/actor-import-columns';
import type { ActorMapping } from '@alianza/contracts/membership/imports/actors';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { originalOf } from '@alianza/platform/data/localized';
import { cellsOf, refuse, repeated, whole, type Seen, type Taken as TakenRow } from '@alianza/platform/imports/import-rows';
import type { SheetRow } from '@alianza/platform/imports/import-tables';
import type { Checking } from '@alianza/platform/imports/sheet-kind';
import { domainOfSite } from '../../../applications/desk/web-domains.js';
import type { Actor } from '../../../actors/actor.entity.js';
import { nameKeyOf } from '../../../organizations/names.js';
import type { Organization } from '../../../organizations/organization.entity.js';
import { localizedIn } from '../../rows/facts.js';
import { isCalled, meant, withoutFormer } from '../../rows/known.js';
import { identitiesOf, isTaken } from '../../rows/who.js';
import type { KnownActors } from './known-actors.js';
import type { ActorContent, ActorPlan, Cells, Reason, RowProblem } from './plan.js';
import { changesIn, contentOf } from './read-row.js';

export interface Taken extends TakenRow<ActorImportField, Reason> {
  readonly name: string;
  /** The web domain that it gives as its own. */
  readonly site: string | null;
}

/** As people write it, with or without its scheme. */
const siteOf = (text: string): string | null => (text === '' ? null : domainOfSite(text.includes('://') ? text : `https://${text}`));

export function take(row: SheetRow, mapping: ActorMapping): Taken {
  const problems: RowProblem[] = [];
  const cells = cellsOf(row.cells, mapping, problems);
  const name = localizedIn(cells, 'name', null);
  const site = siteOf(cells.get('website')?.text ?? '');
  return { row, cells, name: name === null ? '' : originalOf(name), site, identities: identitiesOf(cells), problems };
}

export interface Around {
  /** Of the network: in it a contact is written to whose language nobody said. */
  readonly language: PortalLanguage;
}

interface Found {
  readonly organizations: readonly Organization[];
  readonly identities: readonly string[];
}

/**
 * Key, name in addresses and name say more than a web domain: by that a row is known only where nothing else names anybody. A sheet that keeps a key for
 * each may have several of one domain, so that one of another name is somebody else; no other may.
 */
function find({ identities, site }: Taken, known: KnownActors, seen: Seen): Found {
  const named = meant(identities, known.organizations);
  if (named.length > 0 || site === null || known.sharedSites.has(site)) return { organizations: named, identities };
  const hasKey = identities.some((identity) => !identity.startsWith('name:'));
  const candidate = known.bySite.get(site);
  const isOther =
    candidate !== undefined &&
    hasKey &&
    (known.keyed.has(candidate.id) || seen.has(`id:${candidate.id}`) || !isCalled(candidate, identities));
  const organizations = candidate === undefined || isOther ? [] : [candidate];
  return { organizations, identities: hasKey ? identities : [...identities, `site:${site}`] };
}

/** What is kept of an actor, as far as a sheet can say it. */
const contentBefore = (organization: Organization, { initiatives, sources, contact = null }: Actor): ActorContent => ({
  ...{ name: organization.name, acronym: organization.acronym ?? null, sector: organization.sector },
  ...{ country: organization.country ?? null, region: organization.region ?? null, website: organization.website ?? null },
  role: organization.role ?? null,
  ...{ initiatives, sources, contact },
  shown: organization.listed,
});

/** Why nothing is said of it on the map; null where it is there. */
function outside(organization: Organization, actor: Actor | undefined): 'is-member' | 'left' | 'name-taken' | null {
  if (organization.hasLeft()) return 'left';
  if (organization.kind === 'member' || actor?.state === 'member') return 'is-member';
  return actor === undefined ? 'name-taken' : null;
}

/** Whom to write to is taken where there is an address, and where it was not asked to be left in peace; the rest of the row holds. */
function keepSilent(cells: Cells, actor: Actor | undefined, content: ActorContent): ActorContent {
  const email = cells.get('contact_email');
  const said = (['contact_name', 'contact_office'] as const).map((field) => cells.get(field)).find((cell) => cell && cell.text !== '');
  if (content.contact === null && said) refuse(said, 'contact-without-email', said.text);
  if (content.contact === null || !actor?.stoppedAt) return content;
  if (email) refuse(email, 'stays-silent', email.text);
  return { ...content, contact: null };
}

const nothing = { content: null, nameKey: null } as const;

/** What would be done with a row. Nothing is written. */
export function plan(taken: Taken, { around, seen }: Checking<ActorMapping, Around>, known: KnownActors): ActorPlan {
  const { row, name, problems } = taken;
  const cells = withoutFormer(taken.cells, taken.identities, known.organizations);
  const { organizations, identities } = find(taken, known, seen);
  const [target, ...others] = organizations;
  const actor = target && known.actors.get(target.id);
  if (others.length > 0) problems.push(whole('two-organizations'));
  const earlier = repeated(target ? [...identities, `id:${target.id}`] : identities, row.number, seen);
  if (earlier !== null) problems.push(whole('repeated-row', { row: earlier }));
  if (taken.site !== null && !seen.has(`site:${taken.site}`)) seen.set(`site:${taken.site}`, row.number);
  const gone = target ? outside(target, actor) : null;
  if (target && gone !== null) problems.push(whole(gone, { name: originalOf(target.name) }));
  const before = target && actor ? contentBefore(target, actor) : null;
  const read = contentOf(cells, { before, language: around.language, problems });
  if (read && isTaken(read, target, known.organizations)) problems.push(whole('name-taken'));
  const about = {
    ...{ title: name || (target ? originalOf(target.name) : ''), identities, problems },
    target: actor ? { id: actor.id, version: actor.version } : null,
    organizationId: target?.id ?? null,
  };
  if (read === null || problems.length > 0) return { ...about, outcome: 'error', changes: [], ...nothing };
  const content = keepSilent(cells, actor, read);
  const changes = before ? changesIn(cells, before, content) : [];
  if (before && changes.length === 0) return { ...about, outcome: 'same', changes, ...nothing };
  return { ...about, outcome: target ? 'change' : 'create', changes, content, nameKey: nameKeyOf(content) };
}
