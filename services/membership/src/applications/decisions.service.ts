import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import {
  applicationAccepted,
  applicationAsked,
  applicationDeclined,
  type acceptApplication,
  type Application as ApplicationView,
  type askClarification,
  type declineApplication,
} from '@alianza/contracts/membership/applications';
import type { InputOf } from '@alianza/contracts/operation';
import { expectVersion, type Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { record } from '@alianza/platform/events/record';
import { ActorProgress } from '../actors/actor-progress.service.js';
import { InvitationsService } from '../invitations/invitations.service.js';
import type { Organization } from '../organizations/organization.entity.js';
import { OrganizationsService, type Newcomer } from '../organizations/organizations.service.js';
import type { Application } from './application.entity.js';
import { OrganizationNameTakenError } from './applications.errors.js';
import { QueueService } from './queue.service.js';

/** The secretariat's side: to ask, to accept, to decline. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly queue: QueueService,
    private readonly organizations: OrganizationsService,
    private readonly invitations: InvitationsService,
    private readonly actors: ActorProgress,
  ) {}

  async ask({ id, text }: InputOf<typeof askClarification>, call: Call): Promise<ApplicationView> {
    const application = await this.load(id, call);
    application.ask(text, await this.clock.now(this.em));
    return this.settle(application, applicationAsked, call);
  }

  async decline({ id, reason }: InputOf<typeof declineApplication>, call: Call): Promise<ApplicationView> {
    const application = await this.load(id, call);
    application.decline(reason, await this.clock.now(this.em));
    await this.actors.left(application, call);
    return this.settle(application, applicationDeclined, call);
  }

  async accept(
    { id, category, reference, grantedOn, reason, titularEmail, organizationId }: InputOf<typeof acceptApplication>,
    call: Call,
  ): Promise<ApplicationView> {
    const granted = { category, reference, referenceDate: grantedOn };
    const application = await this.load(id, call);
    application.expectOpen();
    const organization = await this.admit(application, { ...granted, is: organizationId }, call);
    const { language, email } = application;
    const acceptance = { organizationId: organization.id, ...granted, reason: reason ?? null };
    application.accept(acceptance, await this.clock.now(this.em));
    const view = await this.settle(application, applicationAccepted, call);
    if (organizationId === null) await this.actors.left(application, call);
    else await this.actors.joined(application, organization, call, { isSaid: organizationId !== undefined });
    await this.invitations.issue(
      { networkId: call.network, email: titularEmail ?? email, role: 'titular', organizationId: organization.id, language },
      call,
    );
    return view;
  }

  private async admit(
    application: Application,
    granted: Pick<Newcomer, 'category' | 'reference' | 'referenceDate' | 'is'>,
    call: Call,
  ): Promise<Organization> {
    const { organization, acronym, sector, country, website, language, shows = null } = application;
    const said = (text: string) => ({ original: language, [language]: text });
    const about = { name: said(organization), work: said(application.work) };
    const newcomer = { ...about, acronym: acronym ?? null, sector, country, website: website ?? null, shows, ...granted };
    const invited = await this.actors.invited(application);
    const admitted = await this.organizations.admit({ ...newcomer, invited }, call);
    if (!admitted) throw new OrganizationNameTakenError(organization);
    return admitted;
  }

  private async load(id: string, call: Call): Promise<Application> {
    const application = await this.queue.load(id, call.network);
    expectVersion(application, call);
    return application;
  }

  private async settle(application: Application, happened: typeof applicationAsked, call: Call): Promise<ApplicationView> {
    await this.em.flush();
    const { id, version, status, organization } = application;
    record(this.em, call, happened, { aggregateId: id, aggregateVersion: version, data: { status, organization } });
    return this.queue.view(application);
  }
}
