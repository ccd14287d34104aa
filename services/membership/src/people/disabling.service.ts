import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { personDisabled, personEnabled, type disablePerson } from '@alianza/contracts/membership/people';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call, Origin } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { AccountJobs } from './accounts.jobs.js';
import { PersonIsOwnError, PersonNotFoundError } from './people.errors.js';
import { PersonNetwork } from './person-network.entity.js';
import { Person } from './person.entity.js';
import { nowhereFrom } from './registration.service.js';

type Wanted = InputOf<typeof disablePerson>;
type Standing = AnswerOf<typeof disablePerson>;

/** Not heard as a fact: who listens to his own stream can have the server send anywhere what he put there. */
export const disabledQueue = 'people-disabled';
export type Disabled = Pick<Origin, 'actor' | 'cause'> & { readonly personId: string };

/** Here it holds from the next request, whatever the provider does; the provider is told by a job. */
@Injectable()
export class DisablingService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly accounts: AccountJobs,
    private readonly jobs: Jobs,
  ) {}

  async disable({ id, reason }: Wanted, call: Call): Promise<Standing> {
    if (id === call.personId) throw new PersonIsOwnError(); // whoever stays enables them again
    const person = await this.load(id, call);
    if (person.disable(reason, call.personId, await this.clock.now(this.em))) {
      const cause = await this.settle(person, { reason, happened: personDisabled }, call);
      const { actor } = nowhereFrom(call);
      await this.jobs.enqueue(this.em, disabledQueue, newId(), { personId: id, actor, cause } satisfies Disabled);
    }
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
    const cause = record(this.em, nowhereFrom(call), happened, { aggregateId: id, aggregateVersion: version, data: { reason } });
    await this.accounts.enqueue(person);
    return cause;
  }

  private async load(personId: string, { network: networkId }: Call): Promise<Person> {
    if (!(await this.em.findOne(PersonNetwork, { personId, networkId }))) throw new PersonNotFoundError();
    const person = await this.em.findOneOrFail(Person, { id: personId });
    if (person.erasedAt) throw new PersonNotFoundError(); // nobody comes back as who they were
    return person;
  }
}
