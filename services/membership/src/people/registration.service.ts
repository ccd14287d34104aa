import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { personEdited, personRegistered } from '@alianza/contracts/membership/people';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Origin } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { Account } from './account.entity.js';
import { Person } from './person.entity.js';

export interface AccountKey {
  issuer: string;
  subject: string;
}

export interface Portrait {
  /** Needed of whoever is new. */
  name: string | undefined;
  language: PortalLanguage;
  email: string;
}

/** People are facts of no network: what is told of them belongs to the chain that operators read. */
export const nowhereFrom = ({ actor, cause }: Origin): Origin => ({ networkId: null, actor, cause });

@Injectable()
export class RegistrationService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** The person of an account; at its first appearance, a new one. */
  async personOf({ issuer, subject }: AccountKey, portrait: Portrait, origin: Origin): Promise<Person> {
    await oneAtATime(this.em, 'account', issuer, subject);
    const account = await this.em.findOne(Account, { issuer, subject });
    if (account) return this.em.findOneOrFail(Person, { id: account.personId });
    const { name, language, email } = portrait;
    if (name === undefined) throw new DomainError(generalErrors['input-invalid'], {}, [{ pointer: '/name', reason: 'missing' }]);
    const person = this.em.create(Person, { id: newId(), name, language, email, registeredAt: await this.clock.now(this.em) });
    this.em.persist([person, this.em.create(Account, { issuer, subject, personId: person.id })]);
    await this.em.flush();
    record(this.em, nowhereFrom(origin), personRegistered, {
      aggregateId: person.id,
      aggregateVersion: person.version,
      data: { language },
    });
    return person;
  }

  tellEdited({ id, version, language }: Person, origin: Origin): void {
    record(this.em, nowhereFrom(origin), personEdited, { aggregateId: id, aggregateVersion: version, data: { language } });
  }
}
