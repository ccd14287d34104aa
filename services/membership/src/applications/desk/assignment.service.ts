import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { rolesOf } from '@alianza/contracts/access';
import { applicationAssigned, type assignApplication, type listApplicationOwners } from '@alianza/contracts/membership/application-desk';
import type { Application as ApplicationView } from '@alianza/contracts/membership/applications';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import { expectVersion, type Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { record } from '@alianza/platform/events/record';
import { mayBeGiven } from '../../desk/deciders.js';
import { Person } from '../../people/person.entity.js';
import { Role } from '../../roles/role.entity.js';
import { ApplicationOwnerNotFoundError } from '../applications.errors.js';
import { QueueService } from '../queue.service.js';

/** Who of the secretariat has which application. */
@Injectable()
export class AssignmentService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly queue: QueueService,
  ) {}

  async owners({ network: networkId }: Call): Promise<AnswerOf<typeof listApplicationOwners>> {
    const held = await this.em.find(Role, { networkId, role: { $in: [...rolesOf['applications:decide']] }, until: null });
    const people = await this.em.find(
      Person,
      { id: held.map(({ personId }) => personId), disabledAt: null },
      { orderBy: { name: 'asc', id: 'asc' } },
    );
    return { items: people.map(({ id, name }) => ({ personId: id, name })) };
  }

  async assign({ id, personId }: InputOf<typeof assignApplication>, call: Call): Promise<ApplicationView> {
    const { network: networkId } = call;
    const application = await this.queue.load(id, networkId);
    expectVersion(application, call);
    if (personId !== null && !(await mayBeGiven(this.em, 'applications:decide', { networkId, personId })))
      throw new ApplicationOwnerNotFoundError();
    const before = application.status;
    application.assign(personId, await this.clock.now(this.em));
    await this.em.flush();
    const { version, status, organization } = application;
    const data = { status, organization, personId, begun: status !== before };
    record(this.em, call, applicationAssigned, { aggregateId: id, aggregateVersion: version, data });
    return this.queue.view(application);
  }
}
