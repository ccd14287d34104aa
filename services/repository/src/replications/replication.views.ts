import type { DataOf } from '@alianza/contracts/event';
import type { OrganizationStatus } from '@alianza/contracts/membership/organizations';
import type {
  PublishedReplication,
  Replication as Sheet,
  ReplicationDeed,
  ReplicationRow,
  replicationTold,
} from '@alianza/contracts/repository/replications';
import type { Localized } from '@alianza/contracts/shapes';
import { resolve, resolveFields, type Reader } from '@alianza/platform/data/localized';
import type { Standing } from '../practices/practices.policy.js';
import { missingIn, type Replication } from './replication.entity.js';
import type { PublicRow } from './register/register.queries.js';
import { maySpeak, mayDecide, mayWrite, type Sides } from './replications.policy.js';
import type { ReplicationListRow } from './replications.queries.js';

/** What is said of a replication beside itself. */
export interface About {
  readonly slug: string;
  readonly title: Localized;
  readonly organization: Localized | null;
  readonly origin: Localized | null;
  readonly originStatus: OrganizationStatus;
}

const nameFor = (name: Localized | null, reader: Reader): string => (name === null ? '' : resolve(name, reader).text);
const instant = (at: Date | string): string => new Date(at).toISOString();

const judges: Record<ReplicationDeed, (standing: Standing, sides: Sides) => boolean> = {
  edit: mayWrite,
  tell: maySpeak,
  withdraw: maySpeak,
  ask: mayDecide,
  confirm: mayDecide,
  refuse: mayDecide,
};

/** What somebody may do with it now. */
export const deedsOf = (standing: Standing, replication: Replication, sides: Sides): ReplicationDeed[] =>
  (Object.keys(judges) as ReplicationDeed[]).filter((deed) => replication.admits(deed) && judges[deed](standing, sides));

export function viewSheet(replication: Replication, about: About, standing: Standing, reader: Reader): Sheet {
  const { id, status, practiceId, organizationId, originId, content, history, changedAt, version } = replication;
  const { originStatus } = about;
  const sides = { organizationId, originId, originAway: originStatus !== 'active' };
  return {
    id,
    status,
    practice: { id: practiceId, slug: about.slug, title: nameFor(about.title, reader) },
    organization: { id: organizationId, name: nameFor(about.organization, reader) },
    origin: originId ? { id: originId, name: nameFor(about.origin, reader), status: originStatus } : null,
    content,
    missing: missingIn(content),
    history,
    may: deedsOf(standing, replication, sides),
    changedAt: instant(changedAt),
    version,
  };
}

export function viewRow(row: ReplicationListRow, reader: Reader): ReplicationRow {
  const { id, status, title, organization, originId, origin, originStatus, country, place, toldAt, changedAt } = row;
  return {
    ...{ id, status, title, country, place, originStatus },
    organization: nameFor(organization, reader),
    origin: originId === null ? null : nameFor(origin, reader),
    toldAt: toldAt && instant(toldAt),
    changedAt: instant(changedAt),
  };
}

export function viewRegistered(row: PublicRow, reader: Reader): PublishedReplication {
  const { id, slug, title, organizationId, organization, content, confirmedAt } = row;
  const { country, place, startYear, endYear, source } = content;
  const { texts, languages } = resolveFields({ title, adaptation: content.adaptation, result: content.result }, reader);
  return {
    id,
    practice: { slug, title: texts.title ?? '' },
    organization: { id: organizationId, name: nameFor(organization, reader) },
    country,
    place,
    startYear,
    endYear,
    source,
    adaptation: texts.adaptation,
    result: texts.result,
    languages,
    confirmedAt: instant(confirmedAt),
  };
}

/** What every event of a replication tells: never what was written in it. */
export function stateOf(
  { status, practiceId, originId, organizationId, toldAt }: Replication,
  { slug, title, organization, originStatus }: About,
): DataOf<typeof replicationTold> {
  return {
    status,
    practiceId,
    slug,
    title,
    originId: originId ?? null,
    organizationId,
    organization,
    told: Boolean(toldAt),
    stoodIn: originStatus !== 'active',
  };
}
