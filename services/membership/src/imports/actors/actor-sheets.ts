import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { ActorImportField } from '@alianza/contracts/imports/actor-import-columns';
import {
  actorImportBegun,
  actorImportConfirmed,
  actorImportFailed,
  actorImportFinished,
  actorImportResumed,
  type ActorMapping,
} from '@alianza/contracts/membership/directory/actor-imports';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Call } from '@alianza/platform/calls/call';
import { inNetwork } from '@alianza/platform/data/tenancy';
import type { Of, SheetRow } from '@alianza/platform/imports/import-tables';
import { SheetKind, type Checking, type ImportWords, type Terms, type Writing } from '@alianza/platform/imports/sheet-kind';
import { textIn } from '@alianza/texts/server';
import { oneAtATime } from '../../data/one-at-a-time.queries.js';
import { defaultLanguage, Network } from '../../networks/network.entity.js';
import { closedFacts } from '../rows/vocabulary.js';
import { ActorImport } from './actor-import.entities.js';
import { actorsChanged, actorTables, sitesOfNew, type PlannedActor } from './actor-imports.queries.js';
import { findActors, sitesInUse } from './rows/known-actors.js';
import type { ActorPlan, Reason } from './rows/plan.js';
import { plan, take, type Around } from './rows/plan-rows.js';
import { proposeActorFields } from './rows/propose.js';
import { ActorRowsWriting } from './writing/actor-rows-writing.service.js';

export const actorImportsQueue = 'actor-imports';

/** Problems that a sheet of members does not have, or has of members; the others are told alike. */
const own: ReadonlySet<string> = new Set<Reason>([
  ...(['missing', 'repeated-row', 'is-member', 'left', 'not-email', 'source-missing', 'contact-without-email', 'stays-silent'] as const),
]);

/** A sheet of organisations comes onto the map of actors. */
@Injectable()
export class ActorSheets extends SheetKind<ActorImportField, ActorMapping, ActorPlan, Around> {
  readonly purpose = 'actor-sheet';
  readonly queue = actorImportsQueue;
  readonly purgedAt = '53 8 * * *';
  readonly folder = 'membership';
  readonly record = 'actorId';
  readonly atOnce = 250;
  readonly entity = ActorImport;
  readonly tables = actorTables;
  readonly propose = proposeActorFields;
  readonly events = {
    begun: actorImportBegun,
    confirmed: actorImportConfirmed,
    finished: actorImportFinished,
    failed: actorImportFailed,
    resumed: actorImportResumed,
  };

  constructor(
    private readonly em: EntityManager,
    private readonly writing: ActorRowsWriting,
  ) {
    super();
  }

  words(lang: PortalLanguage): ImportWords {
    const text = textIn(lang);
    return {
      unreadable: (why) => text(`imports.unreadable.${why}`),
      failed: (why) => text(`imports.stopped.${why}`),
      notWritten: () => text('imports.notWritten'),
      problem: (reason, params) =>
        own.has(reason) ? text(`actorImports.problem.${reason}`, params) : text(`memberImports.problem.${reason}`, params),
      label: (field) => text(`actorImports.field.${field}`),
      heading: (column) => text(`memberImports.report.${column}`),
    };
  }

  choices({ lang }: Call): Promise<(field: string) => readonly string[]> {
    const text = textIn(lang);
    const languages = (['es', 'en'] as const).map((code) => text(`actors.form.language.${code}`));
    const of: Readonly<Record<string, readonly string[]>> = { ...closedFacts(lang), contact_language: languages };
    return Promise.resolve((field) => of[field] ?? []);
  }

  async networks(): Promise<string[]> {
    const all = await inNetwork(this.em, { networkId: null, readOnly: true }, (em) => em.find(Network, {}));
    return all.map(({ id }) => id);
  }

  async terms(networkId: string): Promise<Terms<Around>> {
    const language = defaultLanguage(await this.em.findOneOrFail(Network, { id: networkId }));
    return { around: { language }, print: language };
  }

  async plan(rows: readonly SheetRow[], checking: Checking<ActorMapping, Around>, networkId: string): Promise<ActorPlan[]> {
    const taken = rows.map((row) => take(row, checking.mapping));
    const identities = [...new Set(taken.flatMap((each) => each.identities))];
    const sites = [...new Set(taken.flatMap(({ site }) => site ?? []))];
    const known = await findActors(this.em, { networkId, identities, sites });
    return taken.map((each) => plan(each, checking, known));
  }

  async hasChanged(of: Of): Promise<boolean> {
    if (await actorsChanged(this.em, of)) return true;
    return (await sitesInUse(this.em, of.networkId, await sitesOfNew(this.em, of))).size > 0;
  }

  /** Whoever else brings an organisation in waits. */
  lock(networkId: string): Promise<void> {
    return oneAtATime(this.em, 'organizations', networkId);
  }

  write(rows: readonly PlannedActor[], writing: Writing<ActorMapping>) {
    return this.writing.write(rows, writing);
  }
}
