import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { erasureAnnounced, erasureHeld, personErased } from '@alianza/contracts/membership/account/personal-data';
import { hasMailLeft } from '@alianza/contracts/notifications/mails';
import { byItself } from '@alianza/platform/calls/by-itself';
import { Clock } from '@alianza/platform/clock';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { record } from '@alianza/platform/events/record';
import { nowhere } from '@alianza/platform/ids';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { textIn } from '@alianza/texts/server';
import { defaultLanguage, Network } from '../../networks/network.entity.js';
import { lookInto } from '../../people/memberships.queries.js';
import { PersonNetwork } from '../../people/person-network.entity.js';
import { Person } from '../../people/person.entity.js';
import { EndingService } from '../../roles/ending.service.js';
import { Role } from '../../roles/role.entity.js';
import { Erasure } from './erasure.entity.js';
import { ledAlone, lockPlaces, placesOf } from './held-roles.js';
import { OwnTracesService } from './own-traces.service.js';
import { newPseudonym } from './pseudonyms.js';
import { titularshipIn, type Titularship } from './titularship.queries.js';

/** The network that would miss somebody, and of which organisation they are titular. */
interface Held {
  readonly networkId: string;
  readonly organization: Titularship['organization'] | null;
}

/** Forgets who somebody was, in one transaction over all their networks. What they held and did stays, under a pseudonym. */
@Injectable()
export class ErasingService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly ending: EndingService,
    private readonly traces: OwnTracesService,
    private readonly operations: OperationsClient,
  ) {}

  /** When that was announced whose mail has left: after the act nobody knows where to write to. */
  async mailed(erasure: Erasure): Promise<Date | null> {
    const { id: subjectId, personId, networkId, announcedAt = null } = erasure;
    if (announcedAt === null || !erasure.waitsForMail(this.clock.instant())) return null;
    const asked = { rule: 'erasure-announced', subjectId, personId, since: announcedAt.toISOString() };
    return (await this.operations.ask(hasMailLeft, asked, networkId)).left ? announcedAt : null;
  }

  /**
   * The person who is forgotten now; null where it was taken back, is done, waits for a handover, or is only announced yet. `mailed`: when that was
   * announced whose mail has left.
   */
  async erase(id: string, mailed: Date | null): Promise<string | null> {
    const erasure = await this.em.findOneOrFail(Erasure, { id });
    const { personId } = erasure;
    await oneAtATime(this.em, 'erasure of', personId);
    await this.em.refresh(erasure);
    const now = await this.clock.now(this.em);
    if (erasure.withdrawnAt || erasure.doneAt || erasure.dueAt > now) return null;
    const networks = await this.networksOf(personId);
    const ids = networks.map((network) => network.id);
    if (!(await this.isFree(erasure, ids, now))) return null;
    if (!erasure.wasAnnounced(mailed, now)) return this.announce(erasure, now);
    const person = await this.em.findOneOrFail(Person, { id: personId }, { refresh: true });
    for (const network of networks) await this.leave(network, person);
    await lookInto(this.em, nowhere);
    const addresses = await this.traces.addressesOf(person);
    await this.traces.removeEverywhere(person);
    person.erase(await this.pseudonym(), now);
    erasure.done(now, addresses);
    await this.em.flush();
    const fact = { aggregateId: personId, aggregateVersion: person.version, data: { networks: ids } };
    record(this.em, byItself('membership', null), personErased, fact);
    return personId;
  }

  /** Nobody gives them anything meanwhile, nobody waits for them, and what they held before the locks were had is what they hold. */
  private async isFree(erasure: Erasure, networks: readonly string[], at: Date): Promise<boolean> {
    const { personId } = erasure;
    const places = await placesOf(this.em, personId, networks);
    await lockPlaces(this.em, places);
    for (const networkId of networks) await oneAtATime(this.em, 'roles', networkId, personId);
    const held = new Set(places.map((place) => JSON.stringify(place)));
    const now = await placesOf(this.em, personId, networks);
    if (now.some((place) => !held.has(JSON.stringify(place)))) return false; // the next hour has the locks of that one too
    const titular = await titularshipIn(this.em, personId, networks);
    const networkId = titular?.networkId ?? (await ledAlone(this.em, personId, now));
    if (networkId === null) return true;
    await this.hold(erasure, { networkId, organization: titular?.organization ?? null }, at);
    return false;
  }

  /** Who would be missed, and where, is told once for each such place: to the person and to who can see to it. */
  private async hold(erasure: Erasure, { networkId, organization }: Held, now: Date): Promise<void> {
    const why = organization === null ? ('lead' as const) : ('titular' as const);
    if (!erasure.hold(`${why} ${organization?.id ?? networkId}`, now)) return;
    await lookInto(this.em, networkId);
    await this.em.flush();
    const { id, version, personId } = erasure;
    record(this.em, byItself('membership', networkId), erasureHeld, {
      aggregateId: id,
      aggregateVersion: version,
      data: { personId, why, organization },
    });
  }

  /** While there is an address, the last mail; afterwards nobody knows where to write to. */
  private async announce(erasure: Erasure, now: Date): Promise<null> {
    if (erasure.announcedAt) return null;
    erasure.announce(now);
    const { networkId, id, personId } = erasure;
    await lookInto(this.em, networkId);
    await this.em.flush();
    record(this.em, byItself('membership', networkId), erasureAnnounced, {
      aggregateId: id,
      aggregateVersion: erasure.version,
      data: { personId },
    });
    return null;
  }

  /** Two who are given one at the same moment wait for each other, and none gets another's. */
  private async pseudonym(): Promise<string> {
    await oneAtATime(this.em, 'pseudonyms');
    const drawn = newPseudonym();
    return (await this.em.count(Person, { name: drawn })) === 0 ? drawn : this.pseudonym();
  }

  private async networksOf(personId: string): Promise<Network[]> {
    const places = await this.em.find(PersonNetwork, { personId });
    return this.em.find(Network, { id: places.map(({ networkId }) => networkId) }, { orderBy: { id: 'asc' } });
  }

  private async leave(network: Network, person: Person): Promise<void> {
    const networkId = network.id;
    await lookInto(this.em, networkId);
    const origin = byItself('membership', networkId);
    const reason = textIn(defaultLanguage(network))('account.erased');
    for (const role of await this.em.find(Role, { networkId, personId: person.id, until: null }, { refresh: true }))
      await this.ending.close(role, { reason, succeeded: false }, origin);
    await this.traces.removeFrom(networkId, person, origin);
    await this.em.flush();
  }
}
