import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { erasureAsked, erasureWithdrawn, type askErasure } from '@alianza/contracts/membership/account/personal-data';
import type { AnswerOf } from '@alianza/contracts/operation';
import { retention } from '@alianza/contracts/privacy/retention';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { ownPerson } from '../../account/own-person.js';
import { dayOf } from '../../data/civil-days.queries.js';
import { after } from '../../data/days.js';
import { Network } from '../../networks/network.entity.js';
import { lookInto } from '../../people/memberships.queries.js';
import { PersonNetwork } from '../../people/person-network.entity.js';
import { LastSecretariatError } from '../../roles/roles.errors.js';
import { Erasure } from './erasure.entity.js';
import { ledAlone, placesOf } from './held-roles.js';
import { ErasureNotAskedError, ErasureTitularError } from '../privacy.errors.js';
import { titularshipIn } from './titularship.queries.js';

/**
 * To be forgotten is a right: nobody else decides about it. A week lies between the wish and the act, in which the person hears of it by mail and can
 * take it back, should somebody else have asked at their desk; and in which every answer kept for repetitions has gone.
 */
@Injectable()
export class ErasuresService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** Asked for again, the day stays what it was. */
  async ask(call: Call): Promise<AnswerOf<typeof askErasure>> {
    const { id: personId } = await ownPerson(this.em, call);
    await oneAtATime(this.em, 'erasure of', personId);
    const known = await this.open(personId);
    if (known) return { dueAt: known.dueAt.toISOString() };
    await this.expectDispensable(personId, call.network);
    const askedAt = await this.clock.now(this.em);
    const dueAt = after(askedAt, retention.erasureDays);
    const erasure = this.em.create(Erasure, { id: newId(), networkId: call.network, personId, askedAt, dueAt });
    await this.em.persist(erasure).flush();
    const { zone } = await this.em.findOneOrFail(Network, { id: call.network });
    const data = { personId, dueAt: dueAt.toISOString(), dueOn: dayOf(dueAt, zone) };
    record(this.em, call, erasureAsked, { aggregateId: erasure.id, aggregateVersion: erasure.version, data });
    return { dueAt: data.dueAt };
  }

  async withdraw(call: Call): Promise<object> {
    const { id: personId } = await ownPerson(this.em, call);
    await oneAtATime(this.em, 'erasure of', personId);
    const erasure = await this.open(personId);
    if (!erasure) throw new ErasureNotAskedError();
    erasure.withdraw(await this.clock.now(this.em));
    await this.em.flush();
    record(this.em, call, erasureWithdrawn, { aggregateId: erasure.id, aggregateVersion: erasure.version, data: { personId } });
    return {};
  }

  private open(personId: string): Promise<Erasure | null> {
    return this.em.findOne(Erasure, { personId, withdrawnAt: null, doneAt: null }, { refresh: true });
  }

  private async expectDispensable(personId: string, here: string): Promise<void> {
    const places = await this.em.find(PersonNetwork, { personId });
    const networks = places.map(({ networkId }) => networkId);
    const titularship = await titularshipIn(this.em, personId, networks);
    const led = await ledAlone(this.em, personId, await placesOf(this.em, personId, networks));
    await lookInto(this.em, here);
    if (led !== null) throw new LastSecretariatError();
    if (titularship) throw new ErasureTitularError();
  }
}
