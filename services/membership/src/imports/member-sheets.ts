import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { memberImportEvents, type MemberMapping } from '@alianza/contracts/membership/imports/members';
import type { MemberImportField } from '@alianza/contracts/imports/member-import-columns';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { resolve } from '@alianza/platform/data/localized';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import type { Of, SheetRow } from '@alianza/platform/imports/import-tables';
import { SheetKind, type Checking, type ImportWords, type Terms, type Writing } from '@alianza/platform/imports/sheet-kind';
import { dayOf } from '../data/civil-days.queries.js';
import { networkIds } from '../networks/every-network.js';
import { Network } from '../networks/network.entity.js';
import { membersChanged, memberTables, type PlannedMember } from './imports.queries.js';
import { MemberImport, MemberImportIdentity } from './member-import.entities.js';
import { findKnown } from './rows/known.js';
import type { MemberPlan } from './rows/plan.js';
import { plan, take, type Around } from './rows/plan-rows.js';
import { proposeFields } from './rows/propose.js';
import { whyUninvited } from './rows/titulars.js';
import { closedFacts, findCategory, memberWords, openCategories } from './rows/vocabulary.js';
import { RowsWriting } from './writing/rows-writing.service.js';

export const memberImportsQueue = 'member-imports';

/** A sheet of organisations becomes members. */
@Injectable()
export class MemberSheets extends SheetKind<MemberImportField, MemberMapping, MemberPlan, Around> {
  readonly purpose = 'member-sheet';
  readonly queue = memberImportsQueue;
  readonly purgedAt = '47 8 * * *';
  readonly folder = 'membership';
  readonly record = 'organizationId';
  readonly atOnce = 250;
  readonly entity = MemberImport;
  readonly tables = memberTables;
  readonly propose = proposeFields;
  readonly events = memberImportEvents;

  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly writing: RowsWriting,
  ) {
    super();
  }

  words(lang: PortalLanguage): ImportWords {
    return memberWords(lang);
  }

  async choices(call: Call): Promise<(field: string) => readonly string[]> {
    const { content } = await this.network(call.network);
    const of: Readonly<Record<string, readonly string[]>> = {
      ...closedFacts(call.lang),
      category: openCategories(content.categories).map(({ label }) => resolve(label, call).text),
    };
    return (field) => of[field] ?? [];
  }

  networks(): Promise<string[]> {
    return networkIds(this.em);
  }

  override async expectMapping({ category }: MemberMapping, networkId: string): Promise<void> {
    if (category !== null) (await this.network(networkId)).expectCategory(category);
  }

  async terms(networkId: string): Promise<Terms<Around>> {
    const { zone, content } = await this.network(networkId);
    const today = dayOf(await this.clock.now(this.em), zone);
    const open = openCategories(content.categories);
    const around = { categories: findCategory(content.categories), granted: findCategory(open), today };
    return { around, print: open.map(({ code }) => code).join(' ') };
  }

  async plan(rows: readonly SheetRow[], checking: Checking<MemberMapping, Around>, networkId: string): Promise<MemberPlan[]> {
    const taken = rows.map((row) => take(row, checking.mapping));
    const identities = [...new Set(taken.flatMap((each) => each.identities))];
    const known = await findKnown(this.em, MemberImportIdentity, { networkId, identities });
    const organizationIds = [...new Set([...known.values()].map(({ id }) => id))];
    const why = await whyUninvited(this.em, { networkId, organizationIds, now: await this.clock.now(this.em), by: null });
    return taken.map((each) => plan(each, checking, { known, why }));
  }

  hasChanged(of: Of): Promise<boolean> {
    return membersChanged(this.em, of);
  }

  /** Whoever else brings a member in waits. */
  lock(networkId: string): Promise<void> {
    return oneAtATime(this.em, 'organizations', networkId);
  }

  write(rows: readonly PlannedMember[], writing: Writing<MemberMapping>) {
    return this.writing.write(rows, writing);
  }

  private network(id: string): Promise<Network> {
    return this.em.findOneOrFail(Network, { id });
  }
}
