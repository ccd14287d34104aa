import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { addressAsked, addressConfirmed, type changeAddress, type confirmAddress } from '@alianza/contracts/membership/account/addresses';
import type { InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { after } from '../data/days.js';
import { LinkNotValidError } from '../links/link.entity.js';
import { LinksService } from '../links/links.service.js';
import { Person } from '../people/person.entity.js';
import { RegistrationService } from '../people/registration.service.js';
import { AddressChangesTooManyError, AddressIsOwnError } from './account.errors.js';
import { AddressChange, linkDays } from './address-change.entity.js';
import { AddressJobs } from './addresses.jobs.js';
import { inNameOf, ownPerson } from './own-person.js';

/** In a day, of a person and to an address: enough for who mistypes, too little to fill a stranger's mailbox. */
const dailyMost = 5;

/** Nothing here looks for who else has an address: answer, time and mail are the same whoever it belongs to. */
@Injectable()
export class AddressesService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly links: LinksService,
    private readonly registration: RegistrationService,
    private readonly jobs: AddressJobs,
  ) {}

  async change({ email: given }: InputOf<typeof changeAddress>, call: Call): Promise<object> {
    const person = await ownPerson(this.em, call);
    const email = given.toLowerCase();
    if (email === person.email.toLowerCase()) throw new AddressIsOwnError();
    const personId = person.id;
    await this.alone(personId);
    await oneAtATime(this.em, 'address', email);
    const askedAt = await this.clock.now(this.em);
    await this.expectFew({ personId, email }, askedAt);
    await this.close(personId, askedAt);
    const expiresAt = after(askedAt, linkDays);
    const change = this.em.create(AddressChange, { id: newId(), networkId: call.network, personId, email, askedAt, expiresAt });
    await this.em.persist(change).flush();
    record(this.em, call, addressAsked, { aggregateId: change.id, aggregateVersion: change.version, data: {} });
    return {};
  }

  async withdraw(call: Call): Promise<object> {
    const { id } = await ownPerson(this.em, call);
    await this.alone(id);
    await this.close(id, await this.clock.now(this.em));
    return {};
  }

  async confirm({ secret }: InputOf<typeof confirmAddress>, call: Call): Promise<object> {
    const networkId = call.network;
    const id = await this.links.spend(networkId, 'confirm-address', secret);
    const change = await this.em.findOne(AddressChange, { id, networkId });
    if (!change) throw new LinkNotValidError();
    await this.alone(change.personId);
    await this.em.refresh(change); // it may have been taken back or replaced meanwhile
    const person = await this.em.findOneOrFail(Person, { id: change.personId }, { refresh: true });
    const now = await this.clock.now(this.em);
    if (!change.isOpen(now) || person.disabledAt) throw new LinkNotValidError();
    change.confirm(person.email, now);
    person.writeTo(change.email);
    await this.em.flush();
    const origin = inNameOf(person.id, call);
    record(this.em, origin, addressConfirmed, { aggregateId: id, aggregateVersion: change.version, data: {} });
    this.registration.tellEdited(person, origin);
    await this.jobs.enqueue(change);
    return {};
  }

  /** Whoever changes something of a person's address waits until this transaction has ended. */
  private alone(personId: string): Promise<void> {
    return oneAtATime(this.em, 'address of', personId);
  }

  private async close(personId: string, now: Date): Promise<void> {
    const open = await this.em.find(AddressChange, { personId, withdrawnAt: null, confirmedAt: null }, { refresh: true });
    for (const change of open) change.withdraw(now);
    await this.em.flush();
  }

  private async expectFew({ personId, email }: { personId: string; email: string }, now: Date): Promise<void> {
    const askedAt = { $gt: after(now, -1) };
    const [own, there] = [
      await this.em.count(AddressChange, { personId, askedAt }),
      await this.em.count(AddressChange, { email, askedAt }),
    ];
    if (Math.max(own, there) >= dailyMost) throw new AddressChangesTooManyError();
  }
}
