import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { ImportMapping } from '@alianza/contracts/repository/imports';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import { ofKind } from '@alianza/platform/imports/import-rows';
import type { Done } from '@alianza/platform/imports/import-tables';
import type { Writing, Written } from '@alianza/platform/imports/sheet-kind';
import { neverHandedIn, Practice } from '../../practices/practice.entity.js';
import { SlugsService } from '../../publication/slugs.service.js';
import { rememberIdentities, type PlannedPractice } from '../imports.queries.js';
import type { PracticePlan } from '../rows/plan.js';
import { findRecords } from '../rows/records.js';
import { SourcedRecords, type Changing, type Newcomer } from './sourced-records.service.js';

type Sheet = Writing<ImportMapping>;
/** Records by the number of their row. */
type ByRow = readonly (readonly [number: number, id: string])[];

/** Does what a check of practices showed, for some rows at once. */
@Injectable()
export class RowsWriting {
  constructor(
    private readonly em: EntityManager,
    private readonly slugs: SlugsService,
    private readonly sourced: SourcedRecords,
  ) {}

  async write(rows: readonly PlannedPractice[], sheet: Sheet): Promise<Written<PracticePlan>> {
    const written = new Map([...(await this.create(rows, sheet)), ...(await this.change(rows, sheet))]);
    const known = rows.flatMap(({ number, plan }) => {
      const id = written.get(number);
      return id === undefined ? [] : plan.identities.map((identity) => ({ identity, id }));
    });
    await rememberIdentities(this.em, sheet.networkId, known);
    return { done: rows.map((row) => doneBy(row, written.get(row.number) ?? null)) };
  }

  /** Those that nobody made meanwhile. */
  private async create(rows: readonly PlannedPractice[], sheet: Sheet): Promise<ByRow> {
    const creating = rows.filter(({ outcome }) => outcome === 'create');
    if (creating.length === 0) return [];
    const found = await findRecords(this.em, sheet.networkId, [...new Set(creating.flatMap(({ plan }) => plan.identities))]);
    const free = creating.flatMap(({ number, plan: { content, identities } }) =>
      content === null || identities.some((identity) => found.has(identity)) ? [] : [{ number, content, identities }],
    );
    const newcomers = sheet.mapping.as === 'published' ? await this.addressed(free, sheet) : free.map((row) => ({ ...row, slug: null }));
    const made = newcomers.length === 0 ? [] : await this.sourced.create(newcomers, sheet);
    return newcomers.flatMap(({ number }, place) => (made[place] ? [[number, made[place].id] as const] : []));
  }

  /** Each with its address, but for those whose own is taken. */
  private async addressed(rows: readonly Free[], { networkId }: Sheet): Promise<(Newcomer & { number: number })[]> {
    const wanted = rows.map(({ content: { title }, identities }) => ({
      slug: ofKind(identities, 'slug')[0] ?? null,
      title: title[title.original] ?? '',
    }));
    const given = wanted.length === 0 ? [] : await this.slugs.forAll(networkId, wanted);
    return rows.flatMap(({ number, content }, place) => (given[place] ? [{ number, content, slug: given[place] }] : []));
  }

  /** Those that are still what was checked. */
  private async change(rows: readonly PlannedPractice[], sheet: Sheet): Promise<ByRow> {
    const targets = rows.flatMap(({ outcome, plan }) => (outcome === 'change' && plan.target ? [plan.target.id] : []));
    if (targets.length === 0) return [];
    const found = await this.em.find(Practice, { networkId: sheet.networkId, id: { $in: targets } });
    const byId = new Map(found.map((practice) => [practice.id, practice]));
    const changing = rows.flatMap(({ number, plan: { target, content } }): (Changing & { number: number })[] => {
      const practice = byId.get(target?.id ?? '');
      return practice && content && practice.version === target?.version ? [{ number, practice, content }] : [];
    });
    const asPublished = (practice: Practice) => practice.status === 'published' && neverHandedIn(practice);
    const renewing = sheet.mapping.as === 'published' ? changing.filter(({ practice }) => asPublished(practice)) : [];
    await this.sourced.renew(renewing, sheet);
    await this.sourced.rewrite(
      changing.filter((each) => !renewing.includes(each)),
      sheet,
    );
    return changing.map(({ number, practice }) => [number, practice.id] as const);
  }
}

interface Free {
  readonly number: number;
  readonly content: PracticeContent;
  readonly identities: readonly string[];
}

const doneBy = ({ number, outcome }: PlannedPractice, recordId: string | null): Done => ({
  number,
  applied: recordId === null ? 'skipped' : outcome === 'create' ? 'created' : 'changed',
  recordId,
});
