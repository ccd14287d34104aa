import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { Role } from '@alianza/contracts/access';
import {
  invitationAccepted,
  invitationIssued,
  type acceptInvitation,
  type describeInvitation,
} from '@alianza/contracts/membership/invitations';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Call, Origin } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { resolve } from '@alianza/platform/data/localized';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { record, recordAll } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { after } from '../data/days.js';
import { LinksService } from '../links/links.service.js';
import { Network, viewNetwork } from '../networks/network.entity.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../people/person.entity.js';
import { Invitation, invitationDays, type Handing } from './invitation.entity.js';
import { InvitationJobs } from './invitations.jobs.js';
import { revokeAll } from './revoking.js';

export interface Offer {
  networkId: string;
  email: string;
  role: Role;
  organizationId: string | null;
  language: PortalLanguage;
  handover?: Handing;
}

const purpose = 'accept-invitation';

@Injectable()
export class InvitationsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly links: LinksService,
    private readonly jobs: InvitationJobs,
  ) {}

  async issue(offer: Offer, origin: Origin): Promise<Invitation> {
    const [invitation] = await this.issueAll([offer], origin);
    if (!invitation) throw new Error('an offer became no invitation');
    return invitation;
  }

  async issueAll(offers: readonly Offer[], origin: Origin): Promise<Invitation[]> {
    const issuedAt = await this.clock.now(this.em);
    const expiresAt = after(issuedAt, invitationDays);
    const made = offers.map((data) => ({ data, invitation: this.em.create(Invitation, { ...data, id: newId(), issuedAt, expiresAt }) }));
    const invitations = made.map(({ invitation }) => invitation);
    await this.em.persist(invitations).flush();
    const facts = made.map(({ data, invitation: { id, version } }) => ({ aggregateId: id, aggregateVersion: version, data }));
    recordAll(this.em, origin, invitationIssued, facts);
    await this.jobs.enqueue(invitations);
    return invitations;
  }

  /** To be something in the network as a whole: of several who offer an address the same, at once and from wherever, one offer is left open. */
  async offer(offer: Offer & { readonly organizationId: null }, call: Call): Promise<Invitation> {
    const { networkId, role, organizationId } = offer;
    await oneAtATime(this.em, 'network roles', networkId);
    const open = await this.em.find(Invitation, { networkId, organizationId, role, acceptedAt: null, revokedAt: null });
    const email = offer.email.toLowerCase();
    const earlier = open.filter((one) => one.email.toLowerCase() === email);
    await revokeAll(this.em, earlier, await this.clock.now(this.em), call);
    return this.issue(offer, call);
  }

  async describe({ secret }: InputOf<typeof describeInvitation>, call: Call): Promise<AnswerOf<typeof describeInvitation>> {
    const { network: networkId, lang } = call;
    const invitation = await this.load(await this.links.follow(networkId, purpose, secret), networkId);
    invitation.expectOpen(await this.clock.now(this.em));
    const { role, email, expiresAt, organizationId } = invitation;
    const network = await this.em.findOneOrFail(Network, { id: networkId });
    const organization = organizationId === null ? null : await this.em.findOneOrFail(Organization, { networkId, id: organizationId });
    const names = { organization: organization && resolve(organization.name, call).text, network: viewNetwork(network, lang).name };
    const { person } = call.principal;
    const known = person && (await this.em.findOneOrFail(Person, { id: person.id })).name;
    return { role, email, expiresAt: expiresAt.toISOString(), known, ...names };
  }

  /** Spends the link; the invitation then belongs to the person. */
  async take({ secret }: Pick<InputOf<typeof acceptInvitation>, 'secret'>, networkId: string): Promise<Invitation> {
    const invitation = await this.load(await this.links.spend(networkId, purpose, secret), networkId);
    invitation.expectOpen(await this.clock.now(this.em));
    return invitation;
  }

  async settle(invitation: Invitation, { personId, handover }: { personId: string; handover: boolean }, call: Call): Promise<void> {
    invitation.accept(personId, await this.clock.now(this.em));
    await this.em.flush();
    const { id, networkId, version, role, organizationId = null } = invitation;
    const organization = organizationId === null ? null : await this.em.findOneOrFail(Organization, { networkId, id: organizationId });
    const data = { role, organizationId, organization: organization?.name ?? null, personId, handover };
    record(this.em, call, invitationAccepted, { aggregateId: id, aggregateVersion: version, data });
  }

  private load(id: string, networkId: string): Promise<Invitation> {
    return this.em.findOneOrFail(Invitation, { networkId, id });
  }
}
