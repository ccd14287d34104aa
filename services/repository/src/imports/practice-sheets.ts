import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { ImportField } from '@alianza/contracts/imports/import-columns';
import { listNetworkIds } from '@alianza/contracts/membership/networks';
import { practiceImportEvents, type ImportMapping } from '@alianza/contracts/repository/imports';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import type { Of, SheetRow } from '@alianza/platform/imports/import-tables';
import { SheetKind, type Asked, type Checking, type ImportWords, type Terms, type Writing } from '@alianza/platform/imports/sheet-kind';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import type { SheetColumn } from '@alianza/platform/sheets/read-sheet';
import { NetworkDays } from '../networks/network-days.js';
import { isOffered, type NetworkConcept } from '../taxonomy/network-concepts.js';
import { taxonomyFor } from '../taxonomy/network-taxonomy.js';
import { readSaid } from '../taxonomy/taxonomy.queries.js';
import { Import } from './import.entities.js';
import { practiceTables, recordsChanged, type PlannedPractice } from './imports.queries.js';
import { KeptMappings } from './mapping/kept-mappings.service.js';
import { proposeFields } from './mapping/propose.js';
import { practiceChoices, practiceWords } from './practice-words.js';
import type { PracticePlan } from './rows/plan.js';
import { plan, take } from './rows/plan-rows.js';
import { wordsOf, type Words } from './rows/read-row.js';
import { findRecords } from './rows/records.js';
import { RowsWriting } from './writing/rows-writing.service.js';

export const importsQueue = 'imports';

interface Chosen extends Asked<ImportMapping> {
  readonly rememberAs?: string | undefined;
}

/** A sheet of practices becomes records of the network. */
@Injectable()
export class PracticeSheets extends SheetKind<ImportField, ImportMapping, PracticePlan, Words> {
  readonly purpose = 'practice-sheet';
  readonly queue = importsQueue;
  readonly purgedAt = '41 8 * * *';
  readonly folder = 'repository';
  readonly record = 'practiceId';
  readonly atOnce = 25;
  readonly entity = Import;
  readonly tables = practiceTables;
  readonly propose = proposeFields;
  readonly events = practiceImportEvents;

  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly operations: OperationsClient,
    private readonly days: NetworkDays,
    private readonly writing: RowsWriting,
    private readonly kept: KeptMappings,
  ) {
    super();
  }

  words(lang: PortalLanguage): ImportWords {
    return practiceWords(lang);
  }

  async choices({ lang, network }: Call): Promise<(field: string) => readonly string[]> {
    return practiceChoices(await this.concepts(network), lang);
  }

  async networks(): Promise<string[]> {
    const { items } = await this.operations.ask(listNetworkIds, {}, null);
    return items.map(({ id }) => id);
  }

  override async noteMapped({ mapping, rememberAs }: Chosen, columns: readonly SheetColumn[], { network }: Call): Promise<void> {
    if (rememberAs !== undefined) await this.kept.keep(network, rememberAs, columns, mapping);
  }

  /** A concept that the network offers no more, or not yet, makes it another check. */
  async terms(networkId: string): Promise<Terms<Words>> {
    const concepts = await this.concepts(networkId);
    const day = await this.days.dayOf(networkId, await this.clock.now(this.em));
    const offered = concepts.filter((one) => isOffered(one, day)).map(({ scheme, concept }) => `${scheme}=${concept}`);
    return { around: wordsOf(concepts, day), print: offered.sort().join(' ') };
  }

  async plan(rows: readonly SheetRow[], checking: Checking<ImportMapping, Words>, networkId: string): Promise<PracticePlan[]> {
    const taken = rows.map((row) => take(row, checking.mapping));
    const records = await findRecords(this.em, networkId, [...new Set(taken.flatMap(({ identities }) => identities))]);
    return taken.map((each) => plan(each, checking, records));
  }

  hasChanged(of: Of): Promise<boolean> {
    return recordsChanged(this.em, of);
  }

  lock(networkId: string): Promise<void> {
    return oneAtATime(this.em, 'imports', networkId);
  }

  write(rows: readonly PlannedPractice[], writing: Writing<ImportMapping>) {
    return this.writing.write(rows, writing);
  }

  private async concepts(networkId: string): Promise<readonly NetworkConcept[]> {
    return taxonomyFor(networkId, await readSaid(this.em, networkId)).concepts;
  }
}
