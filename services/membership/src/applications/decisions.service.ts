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
  ) {}

  async ask({ id, text }: InputOf<typeof askClarification>, call: Call): Promise<ApplicationView> {
    const application = await this.load(id, call);
    application.ask(text, await this.clock.now(this.em));
    return this.settle(application, applicationAsked, call);
  }

  async decline({ id, reason }: InputOf<typeof declineApplication>, call: Call): Promise<ApplicationView> {
    const application = await this.load(id, call);
    application.decline(reason, await this.clock.now(this.em));
    return this.settle(application, applicationDeclined, call);
  }

  async accept(
    { id, category, reference, grantedOn, reason, titularEmail }: InputOf<typeof acceptApplication>,
    call: Call,
  ): Promise<ApplicationView> {
    const granted = { category, reference: reference ?? null, referenceDate: grantedOn ?? null };
    const application = await this.load(id, call);
    application.expectOpen();
    const organization = await this.admit(application, granted, call);
    const { language, email } = application;
    const acceptance = { organizationId: organization.id, ...granted, reason: reason ?? null };
    application.accept(acceptance, await this.clock.now(this.em));
    const view = await this.settle(application, applicationAccepted, call);
    await this.invitations.issue({ email: titularEmail ?? email, role: 'titular', organizationId: organization.id, language }, call);
    return view;
  }

  private async admit(
    { organization, acronym, sector, country, website, language }: Application,
    granted: Pick<Newcomer, 'category' | 'reference' | 'referenceDate'>,
    call: Call,
  ): Promise<Organization> {
    const name = { original: language, [language]: organization };
    const newcomer = { name, acronym: acronym ?? null, sector, country, website: website ?? null, ...granted };
    const admitted = await this.organizations.admit(newcomer, call);
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
