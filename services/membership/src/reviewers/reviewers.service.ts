import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { rolesOf, type Role as RoleName } from '@alianza/contracts/access';
import type { checkReviewer, inviteReviewer, listReviewers } from '@alianza/contracts/membership/reviewers';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { InvitationsService } from '../invitations/invitations.service.js';
import { Person } from '../people/person.entity.js';
import { Role } from '../roles/role.entity.js';

const reviewing: readonly RoleName[] = rolesOf['practices:review'];
const commenting: readonly RoleName[] = rolesOf['practices:comment'];
const verifying: readonly RoleName[] = rolesOf['practices:verify'];

/** People who review practices, for whoever shares the work out. */
@Injectable()
export class ReviewersService {
  constructor(
    private readonly em: EntityManager,
    private readonly invitations: InvitationsService,
  ) {}

  async list(call: Call): Promise<AnswerOf<typeof listReviewers>> {
    const held = await this.em.find(Role, { networkId: call.network, role: { $in: [...commenting] }, until: null });
    const deciding = new Set(held.filter(({ role }) => reviewing.includes(role)).map(({ personId }) => personId));
    const ids = [...new Set(held.map(({ personId }) => personId))];
    const people = await this.em.find(Person, { id: ids, disabledAt: null }, { orderBy: { name: 'asc', id: 'asc' } });
    return { items: people.map(({ id, name }) => ({ personId: id, name, external: !deciding.has(id) })) };
  }

  async invite(offer: InputOf<typeof inviteReviewer>, call: Call): Promise<AnswerOf<typeof inviteReviewer>> {
    await this.invitations.offer({ ...offer, networkId: call.network, role: 'external-reviewer', organizationId: null }, call);
    return {};
  }

  async check({ personId }: InputOf<typeof checkReviewer>, call: Call): Promise<AnswerOf<typeof checkReviewer>> {
    const person = await this.em.findOne(Person, { id: personId, disabledAt: null });
    const held = person ? await this.em.find(Role, { networkId: call.network, personId, until: null }) : [];
    const holds = (roles: readonly RoleName[]) => held.some(({ role }) => roles.includes(role));
    const organizations = [...new Set(held.flatMap(({ organizationId }) => organizationId ?? []))];
    return { reviews: holds(reviewing), comments: holds(commenting), verifies: holds(verifying), organizations };
  }
}
