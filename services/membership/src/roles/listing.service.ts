import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { InputOf } from '@alianza/contracts/operation';
import type { HeldRole, listRoles, OrganizationPeople } from '@alianza/contracts/membership/representation/roles';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { resolve } from '@alianza/platform/data/localized';
import { File } from '@alianza/platform/files/file.entity';
import { Invitation } from '../invitations/invitation.entity.js';
import { namesOfInvited, viewInvitation } from '../invitations/invitation.view.js';
import { Letter } from '../letters/letter.entity.js';
import { viewLetter } from '../letters/letter.view.js';
import { Organization } from '../organizations/organization.entity.js';
import { OrganizationNotFoundError } from '../organizations/standing/standing.errors.js';
import { Person } from '../people/person.entity.js';
import { Role } from './role.entity.js';
import { organizationMeant } from './roles.policy.js';

const order: readonly string[] = ['titular', 'suplente', 'editor'];
const rank = ({ role }: Role) => (order.includes(role) ? order.indexOf(role) : order.length);
/** Who is it now before who was it; titular, suplentes in their order, the others. */
const inOrder = (a: Role, b: Role): number =>
  Number(Boolean(a.until)) - Number(Boolean(b.until)) ||
  rank(a) - rank(b) ||
  (a.place ?? 0) - (b.place ?? 0) ||
  a.since.getTime() - b.since.getTime();

/** An organisation's people, as it and the secretariat see them. */
@Injectable()
export class ListingService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  async list({ organizationId: asked, ended }: InputOf<typeof listRoles>, call: Call): Promise<OrganizationPeople> {
    const networkId = call.network;
    const organizationId = organizationMeant(asked, call.principal, 'read');
    const organization = await this.em.findOne(Organization, { networkId, id: organizationId });
    if (!organization) throw new OrganizationNotFoundError();
    const held = await this.em.find(Role, { networkId, organizationId, ...(ended === 'with' ? {} : { until: null }) });
    const { id, name, status } = organization;
    return {
      organization: { id, name: resolve(name, call).text, status },
      items: await this.views(held.sort(inOrder), ended === 'with'),
      invitations: await this.invitations(networkId, organizationId),
    };
  }

  async view(role: Role): Promise<HeldRole> {
    const [view] = await this.views([role], false);
    if (!view) throw new Error('a role has a view');
    return view;
  }

  private async views(roles: readonly Role[], closed: boolean): Promise<HeldRole[]> {
    const now = await this.clock.now(this.em);
    const found = await this.em.find(Person, { id: roles.map(({ personId }) => personId) });
    const people = new Map(found.map((person) => [person.id, person]));
    const { letters, files } = await this.lettersOf(roles, closed);
    return roles.map((role) => {
      const { id, personId, place = null, since, until, endedReason = null, version } = role;
      return {
        ...{ id, personId, role: role.role, position: place, version, reason: endedReason },
        name: people.get(personId)?.name ?? '',
        disabled: Boolean(people.get(personId)?.disabledAt),
        since: since.toISOString(),
        until: until?.toISOString() ?? null,
        accredited: role.isAccredited(now),
        letters: letters
          .filter(({ roleId }) => roleId === id)
          .map((letter) => viewLetter(letter, { file: files.get(letter.fileId ?? ''), letters, now })),
      };
    });
  }

  private async lettersOf(roles: readonly Role[], closed: boolean): Promise<{ letters: Letter[]; files: Map<string, File> }> {
    const [first] = roles;
    if (!first) return { letters: [], files: new Map() };
    const { networkId } = first;
    const where = { networkId, roleId: roles.map(({ id }) => id), ...(closed ? {} : { status: { $ne: 'closed' as const } }) };
    const letters = await this.em.find(Letter, where, { orderBy: { filedAt: 'desc', id: 'desc' } });
    const files = await this.em.find(File, { networkId, id: letters.flatMap(({ fileId }) => fileId ?? []) });
    return { letters, files: new Map(files.map((file) => [file.id, file])) };
  }

  private async invitations(networkId: string, organizationId: string): Promise<OrganizationPeople['invitations']> {
    const now = await this.clock.now(this.em);
    const where = { networkId, organizationId, acceptedAt: null, revokedAt: null, email: { $ne: '' } };
    const open = await this.em.find(Invitation, where, { orderBy: { issuedAt: 'desc', id: 'desc' }, limit: 50 });
    const names = await namesOfInvited(this.em, open);
    return open.map((invitation) => viewInvitation(invitation, names, now));
  }
}
