import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { ActorImportField } from '@alianza/contracts/imports/actor-import-columns';
import { actorImportEvents, type ActorMapping } from '@alianza/contracts/membership/imports/actors';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Call } from '@alianza/platform/calls/call';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import type { Of, SheetRow } from '@alianza/platform/imports/import-tables';
import { SheetKind, type Checking, type ImportWords, type Terms, type Writing } from '@alianza/platform/imports/sheet-kind';
import { textIn } from '@alianza/texts/server';
import { networkIds } from '../../networks/every-network.js';
import { defaultLanguage, Network } from '../../networks/network.entity.js';
import { closedFacts, memberWords } from '../rows/vocabulary.js';
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
  ...(['missing', 'repeated-row', 'is-member', 'left', 'source-missing', 'contact-without-email', 'stays-silent'] as const),
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
  readonly events = actorImportEvents;

  constructor(
    private readonly em: EntityManager,
    private readonly writing: ActorRowsWriting,
  ) {
    super();
  }

  words(lang: PortalLanguage): ImportWords {
    const [text, words] = [textIn(lang), memberWords(lang)];
    return {
      ...words,
      problem: (reason, params) => (own.has(reason) ? text(`actorImports.problem.${reason}`, params) : words.problem(reason, params)),
      label: (field) => text(`actorImports.field.${field}`),
    };
  }

  choices({ lang }: Call): Promise<(field: string) => readonly string[]> {
    const text = textIn(lang);
    const languages = (['es', 'en'] as const).map((code) => text(`actors.form.language.${code}`));
    const of: Readonly<Record<string, readonly string[]>> = { ...closedFacts(lang), contact_language: languages };
    return Promise.resolve((field) => of[field] ?? []);
  }

  networks(): Promise<string[]> {
    return networkIds(this.em);
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
