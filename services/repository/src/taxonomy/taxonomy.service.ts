import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { EventType } from '@alianza/contracts/event';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import {
  conceptAdded,
  conceptEdited,
  conceptMoved,
  type addConcept,
  type editConcept,
  type EditedConcept,
  type getTaxonomy,
  type moveConcept,
  type readHistory,
  type readTaxonomy,
} from '@alianza/contracts/repository/taxonomy';
import { expectVersion, type Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { lastInstant } from '../data/cursor-keys.js';
import { NetworkDays } from '../networks/network-days.js';
import { Concept } from './concept.entity.js';
import { freeConceptId, refuseClash, refusePeriod, sayable } from './concept-rules.js';
import { conceptsOf, isOpen, placeBefore, viewEdited, viewOffered, type NetworkConcept, type SaidOfConcept } from './network-concepts.js';
import { ConceptNotFoundError, ConceptStaysError } from './taxonomy.errors.js';
import { publishConcept, readRecords, readSaid, readStates, saidAt } from './taxonomy.queries.js';
import { taxonomyQueue, type Reindexing } from './taxonomy-reindex.js';

type Told = EventType<typeof conceptEdited.data>;

/** What a network calls its concepts and which it has: read by everybody, edited by its secretariat. */
@Injectable()
export class TaxonomyService {
  constructor(
    private readonly em: EntityManager,
    private readonly reads: PublicReads,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly days: NetworkDays,
  ) {}

  async get({ on }: InputOf<typeof getTaxonomy>, call: Call): Promise<AnswerOf<typeof getTaxonomy>> {
    const at = on === undefined ? lastInstant : await this.days.endOf(call.network, on);
    const said = await this.reads.rows<SaidOfConcept>(saidAt, [call.network, at], call.request.left);
    const day = on ?? (await this.days.dayOf(call.network, this.clock.instant()));
    return { concepts: conceptsOf(said).map((concept) => viewOffered(concept, call.lang, day)) };
  }

  async read({ on }: InputOf<typeof readTaxonomy>, call: Call): Promise<AnswerOf<typeof readTaxonomy>> {
    const at = on === undefined ? lastInstant : await this.days.endOf(call.network, on);
    const [said, records] = [await readSaid(this.em, call.network, at), await readRecords(this.em, call.network)];
    const day = on ?? (await this.today(call.network));
    return { concepts: conceptsOf(said).map((concept) => viewEdited(concept, records, day)) };
  }

  async history({ scheme, id }: InputOf<typeof readHistory>, call: Call): Promise<AnswerOf<typeof readHistory>> {
    const { labels: now, ownLabels } = findIn(conceptsOf(await readSaid(this.em, call.network)), scheme, id);
    const rows = await readStates(this.em, call.network, scheme, id);
    const instant = (at: Date) => new Date(at).toISOString();
    return {
      items: rows.map(({ labels, since, upTo, ...state }) => ({
        ...state,
        labels: labels ?? ownLabels ?? now,
        since: instant(since),
        upTo: upTo && instant(upTo),
      })),
    };
  }

  async add({ scheme, labels, synonyms, from, until }: InputOf<typeof addConcept>, call: Call): Promise<EditedConcept> {
    const concepts = await this.open(call);
    refuseClash(concepts, { scheme, concept: null, labels });
    refusePeriod({ from, until });
    const id = freeConceptId(labels.en, concepts);
    const place = placeBefore(concepts, { scheme, concept: id }, null) ?? 0;
    const entity = await this.begin({ scheme, concept: id, place }, call);
    entity.say({ labels, synonyms, from, until, retired: false }, call.personId, entity.changedAt);
    return this.settle(entity, conceptAdded, call, { relabelled: false });
  }

  async edit({ scheme, id, ...said }: InputOf<typeof editConcept>, call: Call): Promise<EditedConcept> {
    const concepts = await this.open(call);
    const known = findIn(concepts, scheme, id);
    expectVersion(known, call);
    refuseClash(concepts, { scheme, concept: id, labels: said.labels });
    refusePeriod(said);
    if (!isOpen(scheme) && (said.retired || said.from !== null || said.until !== null)) throw new ConceptStaysError();
    const entity = await this.takeUp(known, call);
    entity.say(sayable(known, said), call.personId, await this.clock.now(this.em));
    const relabelled = JSON.stringify(known.labels) !== JSON.stringify(said.labels);
    return this.settle(entity, conceptEdited, call, { relabelled });
  }

  async move({ scheme, id, before }: InputOf<typeof moveConcept>, call: Call): Promise<EditedConcept> {
    const concepts = await this.open(call);
    const known = findIn(concepts, scheme, id);
    expectVersion(known, call);
    const place = placeBefore(concepts, known, before);
    if (place === null) throw new ConceptNotFoundError();
    const entity = await this.takeUp(known, call);
    entity.put(place, call.personId, await this.clock.now(this.em));
    return this.settle(entity, conceptMoved, call, null);
  }

  /** All concepts; whoever else edits this network's waits. */
  private async open(call: Call): Promise<NetworkConcept[]> {
    await oneAtATime(this.em, 'taxonomy', call.network);
    return conceptsOf(await readSaid(this.em, call.network));
  }

  private async takeUp(known: NetworkConcept, call: Call): Promise<Concept> {
    const { scheme, concept } = known;
    const entity = await this.em.findOne(Concept, { networkId: call.network, scheme, concept });
    return entity ?? this.begin(known, call);
  }

  private async begin({ scheme, concept, place }: Pick<SaidOfConcept, 'scheme' | 'concept' | 'place'>, call: Call): Promise<Concept> {
    const blank = { labels: null, synonyms: { es: [], en: [] }, startsOn: null, endsOn: null, retired: false };
    const by = { changedAt: await this.clock.now(this.em), changedBy: call.personId };
    return this.em.create(Concept, { id: newId(), networkId: call.network, scheme, concept, place, ...blank, ...by });
  }

  /** Saves it, publishes it, tells what happened, and has what follows done: nothing where only its place changed. */
  private async settle(entity: Concept, type: Told, call: Call, follows: Pick<Reindexing, 'relabelled'> | null): Promise<EditedConcept> {
    await this.em.persist(entity).flush();
    await publishConcept(this.em, entity);
    const { id, networkId, scheme, concept, labels, synonyms, startsOn, endsOn, retired, version } = entity;
    const data = { scheme, concept, labels: labels ?? null, synonyms, from: startsOn ?? null, until: endsOn ?? null, retired };
    record(this.em, call, type, { aggregateId: id, aggregateVersion: version, data });
    const reindexing = { networkId, mark: `${scheme}=${concept}` };
    if (follows !== null) await this.jobs.enqueue(this.em, taxonomyQueue, `${id}:${String(version)}`, { ...reindexing, ...follows });
    const said = conceptsOf(await readSaid(this.em, networkId));
    const records = await readRecords(this.em, networkId);
    return viewEdited(findIn(said, scheme, concept), records, await this.today(networkId));
  }

  private async today(networkId: string): Promise<string> {
    return this.days.dayOf(networkId, await this.clock.now(this.em));
  }
}

function findIn(concepts: readonly NetworkConcept[], scheme: string, id: string): NetworkConcept {
  const found = concepts.find((one) => one.scheme === scheme && one.concept === id);
  if (found === undefined) throw new ConceptNotFoundError();
  return found;
}
