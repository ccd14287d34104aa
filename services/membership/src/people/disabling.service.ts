import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { personDisabled, personEnabled, type disablePerson } from '@alianza/contracts/membership/people';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { record } from '@alianza/platform/events/record';
import { AccountJobs } from './accounts.jobs.js';
import { PersonIsOwnError, PersonNotFoundError } from './people.errors.js';
import { PersonNetwork } from './person-network.entity.js';
import { Person } from './person.entity.js';
import { nowhereFrom } from './registration.service.js';

type Wanted = InputOf<typeof disablePerson>;
type Standing = AnswerOf<typeof disablePerson>;

/** Here it holds from the next request, whatever the provider does; the provider is told by a job. */
@Injectable()
export class DisablingService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly accounts: AccountJobs,
  ) {}

  async disable({ id, reason }: Wanted, call: Call): Promise<Standing> {
    if (id === call.personId) throw new PersonIsOwnError(); // whoever stays enables them again
    const person = await this.load(id, call);
    if (person.disable(reason, call.personId, await this.clock.now(this.em)))
      await this.settle(person, { reason, happened: personDisabled }, call);
    return { id, disabled: true };
  }

  async enable({ id, reason }: Wanted, call: Call): Promise<Standing> {
    const person = await this.load(id, call);
    if (person.enable()) await this.settle(person, { reason, happened: personEnabled }, call);
    return { id, disabled: false };
  }

  private async settle(person: Person, { reason, happened }: { reason: string; happened: typeof personDisabled }, call: Call) {
    await this.em.flush();
    const { id, version } = person;
    record(this.em, nowhereFrom(call), happened, { aggregateId: id, aggregateVersion: version, data: { reason } });
    await this.accounts.enqueue(person);
  }

  private async load(personId: string, { network: networkId }: Call): Promise<Person> {
    if (!(await this.em.findOne(PersonNetwork, { personId, networkId }))) throw new PersonNotFoundError();
    const person = await this.em.findOneOrFail(Person, { id: personId });
    if (person.erasedAt) throw new PersonNotFoundError(); // nobody comes back as who they were
    return person;
  }
}
