import type { EntityClass } from '@mikro-orm/postgresql';
import type { UploadPurposeName } from '@alianza/contracts/gateway/uploads';
import type { EventType } from '@alianza/contracts/event';
import type { ImportFailure } from '@alianza/contracts/imports/sheet-imports';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Call, Origin } from '../calls/call.js';
import type { Propose, SheetColumn } from '../sheets/read-sheet.js';
import type { Unreadable } from '../sheets/sheet.errors.js';
import type { SheetImport, SheetMapping } from './import-entity.js';
import type { RowPlan, Seen } from './import-rows.js';
import type { Done, ImportTables, Of, Planned, SheetRow } from './import-tables.js';

/** What rows are checked by besides the records: the vocabularies of the network, the day there. */
export interface Terms<Around = unknown> {
  readonly around: Around;
  /** Changes whenever a row could be judged otherwise; the check holds while it does not. */
  readonly print: string;
}

/** What a check knows while it goes through the rows. */
export interface Checking<Mapping = SheetMapping, Around = unknown> {
  readonly mapping: Mapping;
  readonly around: Around;
  readonly seen: Seen;
}

/** Whoever names the columns of an import asks this; a kind may ask more. */
export interface Asked<Mapping = SheetMapping> {
  readonly id: string;
  readonly mapping: Mapping;
}

/** Who writes, when, and what the fact of it goes out with: whoever confirmed it, however long it takes and whichever process does it. */
export interface Writing<Mapping = SheetMapping> {
  readonly networkId: string;
  readonly mapping: Mapping;
  readonly by: string;
  readonly at: Date;
  readonly origin: Origin & { readonly fallback: PortalLanguage };
}

/** What became of rows; `replanned` are told as the check would tell them now, of those not done too. */
export interface Written<Plan> {
  readonly done: readonly Done[];
  readonly replanned?: readonly { readonly number: number; readonly plan: Plan }[];
}

/** What a kind of import says, in one language. */
export interface ImportWords {
  readonly unreadable: (why: Unreadable) => string;
  readonly failed: (why: ImportFailure) => string;
  readonly notWritten: () => string;
  readonly problem: (reason: string, params: Readonly<Record<string, string | number>>) => string;
  /** Of a field. */
  readonly label: (field: string) => string;
  /** Of the report of errors. */
  readonly heading: (column: string) => string;
}

export interface ImportEvents {
  readonly begun: EventType;
  /** Told of its counts and of what was chosen. */
  readonly confirmed: EventType;
  readonly finished: EventType;
  readonly failed: EventType;
  readonly resumed: EventType;
}

/**
 * What sheets of one kind become, and how: all that a service says of its imports. The machinery does the rest: reading, checking in batches,
 * confirming, writing once whatever dies, stopping and going on, telling and forgetting.
 */
export abstract class SheetKind<
  Field extends string = string,
  Mapping extends SheetMapping = SheetMapping,
  Plan extends RowPlan = RowPlan,
  Around = unknown,
> {
  abstract readonly purpose: UploadPurposeName;
  /** Of the work in the background; `importQueues` makes both of them. */
  abstract readonly queue: string;
  /** When rows are forgotten (cron, UTC). */
  abstract readonly purgedAt: string;
  /** Files of it are kept below this. */
  abstract readonly folder: string;
  /** What the record of a row is called in an answer. */
  abstract readonly record: string;
  abstract readonly entity: EntityClass<SheetImport>;
  abstract readonly tables: ImportTables<Plan>;
  abstract readonly events: ImportEvents;
  /** Rows written in one transaction: a process that dies loses no more than these, and they are written again. */
  abstract readonly atOnce: number;

  abstract readonly propose: Propose<Field>;
  abstract words(lang: PortalLanguage): ImportWords;
  /** What a closed field can be, as its reader calls it; none where it is not closed. */
  abstract choices(call: Call): Promise<(field: string) => readonly string[]>;
  abstract networks(): Promise<readonly string[]>;

  /** Refuses what the network does not know. */
  expectMapping(_mapping: Mapping, _networkId: string): Promise<void> {
    return Promise.resolve();
  }

  /** Keeps what was asked besides, once its columns are named. */
  noteMapped(_asked: Asked<Mapping>, _columns: readonly SheetColumn[], _call: Call): Promise<void> {
    return Promise.resolve();
  }

  abstract terms(networkId: string): Promise<Terms<Around>>;
  /** What would be done with each row, in their order. Nothing is written. */
  abstract plan(rows: readonly SheetRow[], checking: Checking<Mapping, Around>, networkId: string): Promise<readonly Plan[]>;
  /** Whether a record is no longer what it was when its row was checked, or has come to be since. */
  abstract hasChanged(of: Of): Promise<boolean>;
  /** Whoever else writes records of the kind waits until the transaction at hand has ended. */
  abstract lock(networkId: string): Promise<void>;
  /** Writes rows that were confirmed, all of them or none: what is not as it was checked is skipped. */
  abstract write(rows: readonly Planned<Plan>[], writing: Writing<Mapping>): Promise<Written<Plan>>;
}
