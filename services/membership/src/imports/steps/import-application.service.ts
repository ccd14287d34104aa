import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { memberImportFinished } from '@alianza/contracts/membership/imports';
import { Clock } from '@alianza/platform/clock';
import { record } from '@alianza/platform/events/record';
import type { Applied, Of } from '@alianza/platform/sheets/import-tables';
import { oneAtATime } from '../../data/one-at-a-time.queries.js';
import { Network } from '../../networks/network.entity.js';
import { plain } from '../../organizations/names.js';
import { Organization } from '../../organizations/organization.entity.js';
import {
  countResults,
  noteApplied,
  noteMoreDone,
  notePlans,
  readWaiting,
  rememberIdentities,
  type PlannedRow,
} from '../imports.queries.js';
import type { MemberImport } from '../member-import.entity.js';
import { findKnown, ofKind } from '../rows/known-members.js';
import { originalName, whole } from '../rows/plan-rows.js';
import { ImportSteps, type Within } from './import-steps.service.js';
import { MemberWriting, type Changing, type Writing } from './member-writing.service.js';

/** Rows written in one transaction: a process that dies loses no more than these, and they are written again. */
const atOnce = 250;

/** Does what a check showed, row by row, each once. */
@Injectable()
export class ImportApplication {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly steps: ImportSteps,
    private readonly members: MemberWriting,
  ) {}

  async apply(of: Of, within: Within): Promise<void> {
    let after: number | null = 0;
    while (after !== null) {
      const last: number = after;
      after = await within(() => this.applySome(of, last));
    }
  }

  /** Number of the last row written; null once there are none, and what was done is told. Whoever else brings a member in waits. */
  private async applySome(of: Of, after: number): Promise<number | null> {
    await oneAtATime(this.em, 'organizations', of.networkId);
    const entity = await this.steps.load(of);
    if (entity?.status !== 'applying') return null;
    const rows = await readWaiting(this.em, of, after, atOnce);
    if (rows.length === 0) return this.finish(of, entity);
    const writing = await this.writingOf(entity);
    const created = await this.create(rows, writing);
    const { changed, refused } = await this.change(rows, writing);
    const written = new Map([...created, ...changed]);
    await rememberIdentities(
      this.em,
      of.networkId,
      rows.flatMap((row) => identitiesOf(row, written.get(row.number) ?? null)),
    );
    await noteApplied(
      this.em,
      of,
      rows.filter(({ number }) => !refused.has(number)).map((row) => doneBy(row, written.get(row.number) ?? null)),
    );
    await notePlans(this.em, of, nameTaken(rows.filter(({ number }) => refused.has(number))));
    await noteMoreDone(this.em, of, rows.length);
    return rows.at(-1)?.number ?? after;
  }

  /** Those that nobody made meanwhile: organisations by the number of their row. */
  private async create(rows: readonly PlannedRow[], writing: Writing): Promise<[number, string][]> {
    const creating = rows.filter(({ outcome }) => outcome === 'create');
    const known = await findKnown(this.em, writing.networkId, [...new Set(creating.flatMap(({ plan }) => plan.identities))]);
    const free = creating.filter(({ plan }) => !plan.identities.some((identity) => known.has(identity)));
    const newcomers = free.flatMap(({ number, plan: { content, granted, identities } }) =>
      content && granted ? [{ number, content, granted, slug: ofKind(identities, 'slug')[0] ?? null }] : [],
    );
    const made = await this.members.create(newcomers, writing);
    return newcomers.map(({ number }, place) => [number, made[place]?.id ?? '']);
  }

  /** Those that are still what was checked; a name that somebody else took since is refused, as the check would have. */
  private async change(rows: readonly PlannedRow[], writing: Writing): Promise<Changed> {
    const targets = rows.flatMap(({ outcome, plan }) => (outcome === 'change' && plan.target ? [plan.target.id] : []));
    const found = await this.em.find(Organization, { networkId: writing.networkId, id: { $in: targets } });
    const byId = new Map(found.map((organization) => [organization.id, organization]));
    const changing = rows.flatMap(({ number, plan: { target, content, granted } }) => {
      const organization = byId.get(target?.id ?? '');
      return organization && content && organization.version === target?.version ? [{ number, organization, content, granted }] : [];
    });
    const isFree = await this.namesFree(changing, writing.networkId);
    const free = changing.filter(isFree);
    await this.members.change(free, writing);
    const refused = changing.filter((each) => !free.includes(each));
    return {
      changed: free.map(({ number, organization }) => [number, organization.id]),
      refused: new Set(refused.map(({ number }) => number)),
    };
  }

  /** Who holds a name now, or takes it by an earlier row, keeps it. */
  private async namesFree(changing: readonly Naming[], networkId: string): Promise<(each: Naming) => boolean> {
    const keys = changing.map(({ content }) => plain(originalName(content.name)));
    const held = await this.em.find(Organization, { networkId, nameKey: { $in: keys } }, { fields: ['nameKey'] });
    const holders = new Map(held.map(({ id, nameKey }) => [nameKey, id]));
    return ({ organization: { id }, content }) => {
      const key = plain(originalName(content.name));
      if (!holders.has(key)) holders.set(key, id);
      return holders.get(key) === id;
    };
  }

  private async finish(of: Of, entity: MemberImport): Promise<null> {
    const result = await countResults(this.em, of);
    const { origin, at } = await this.writingOf(entity);
    entity.finish(result, at);
    await this.em.flush();
    const fact = { aggregateId: entity.id, aggregateVersion: entity.version, data: { sha256: entity.sha256, result } };
    record(this.em, origin, memberImportFinished, fact);
    return null;
  }

  /** Whoever confirmed it writes, however long it takes and whichever process does it. */
  private async writingOf({ id, networkId, confirmedBy, fallback }: MemberImport): Promise<Writing> {
    if (!confirmedBy) throw new Error('an import is applied that nobody confirmed');
    const { zone } = await this.em.findOneOrFail(Network, { id: networkId });
    const actor = { personId: confirmedBy, organizationId: null, service: null };
    return { networkId, zone, at: await this.clock.now(this.em), origin: { networkId, actor, cause: id, fallback } };
  }
}

/** A name may change hands; a key or an address in a sheet stays whom it meant. */
const identitiesOf = ({ plan }: PlannedRow, id: string | null) =>
  id === null ? [] : plan.identities.filter((identity) => !identity.startsWith('name:')).map((identity) => ({ identity, id }));

const doneBy = ({ number, outcome }: PlannedRow, recordId: string | null): Done => ({
  number,
  applied: recordId === null ? 'skipped' : outcome === 'create' ? 'created' : 'changed',
  recordId,
});

/** The same rows as the check would tell them now. */
const nameTaken = (rows: readonly PlannedRow[]) =>
  rows.map(({ number, plan }) => {
    const refused = { outcome: 'error', problems: [whole('name-taken')], changes: [], content: null, granted: null } as const;
    return { number, plan: { ...plan, ...refused } };
  });

type Naming = Pick<Changing, 'organization' | 'content'>;

interface Changed {
  /** Organisations by the number of their row. */
  readonly changed: readonly [number, string][];
  /** Rows whose name another organisation holds. */
  readonly refused: ReadonlySet<number>;
}

interface Done {
  readonly number: number;
  readonly applied: Applied;
  readonly recordId: string | null;
}
