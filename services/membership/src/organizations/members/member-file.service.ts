import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { LetterState, MemberFile } from '@alianza/contracts/membership/directory/members';
import { letterWarningDays } from '@alianza/contracts/membership/representation/letters';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { Actor } from '../../actors/actor.entity.js';
import { Application } from '../../applications/application.entity.js';
import { after } from '../../data/days.js';
import { Person } from '../../people/person.entity.js';
import { FailingService } from '../../recipients/failing.service.js';
import { Role } from '../../roles/role.entity.js';
import { CategoriesService } from '../categories/categories.service.js';
import { HistoryService } from '../history/history.service.js';
import { Organization } from '../organization.entity.js';
import { viewProfile } from '../profiles/profile.view.js';
import { formerNamesOf } from '../publication.js';
import { OrganizationNotFoundError } from '../standing/standing.errors.js';
import { decidedOf } from '../standing/standing.service.js';

/** One member with its people, its categories and its history, on one page. */
@Injectable()
export class MemberFileService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly categories: CategoriesService,
    private readonly history: HistoryService,
    private readonly failing: FailingService,
  ) {}

  async get(id: string, call: Call): Promise<MemberFile> {
    const organization = await this.em.findOne(Organization, { networkId: call.network, id, kind: 'member' });
    if (!organization) throw new OrganizationNotFoundError();
    return this.view(organization, call);
  }

  async view(organization: Organization, call: Call): Promise<MemberFile> {
    const people = await this.peopleOf(organization);
    const now = await this.clock.now(this.em);
    return {
      ...viewProfile(organization, call),
      decided: decidedOf(organization),
      letter: letterOf(people, now),
      people,
      categories: await this.categories.list(organization),
      called: organization.name,
      formerNames: formerNamesOf(organization) ?? [],
      ...(await this.wayIn(organization)),
      history: await this.history.list(organization),
    };
  }

  /** By which applications it came in, and where it stood on the map before. */
  private async wayIn({ networkId, id: organizationId }: Organization): Promise<Pick<MemberFile, 'applications' | 'actorId'>> {
    const [actor] = await this.em.find(Actor, { networkId, $or: [{ organizationId }, { memberId: organizationId }] }, { limit: 1 });
    const order = { orderBy: { filedAt: 'desc', id: 'desc' } } as const;
    const by = actor ? [{ organizationId }, { actorId: actor.id }] : [{ organizationId }];
    const found = await this.em.find(Application, { networkId, submittedAt: { $ne: null }, $or: by }, order);
    const applications = found.flatMap(({ id, organization, status, submittedAt, grantReference = null }) =>
      submittedAt ? [{ id, organization, status, submittedAt: submittedAt.toISOString(), reference: grantReference }] : [],
    );
    return { applications, actorId: actor?.id ?? null };
  }

  private async peopleOf({ networkId, id: organizationId }: Organization): Promise<MemberFile['people']> {
    const held = await this.em.find(Role, { networkId, organizationId, until: null }, { orderBy: { since: 'asc', id: 'asc' } });
    const people = await this.em.find(Person, { id: [...new Set(held.map(({ personId }) => personId))] });
    const failing = await this.failing.among(people);
    const known = new Map(people.map((person) => [person.id, person]));
    return held.flatMap(({ personId, role, since, letterValidUntil }) => {
      const person = known.get(personId);
      if (!person) return [];
      const letter = letterValidUntil?.toISOString() ?? null;
      const { name, disabledAt } = person;
      const state = { disabled: Boolean(disabledAt), unreachable: failing.has(personId) };
      return [{ personId, name, role, since: since.toISOString(), letterValidUntil: letter, ...state }];
    });
  }
}

/** As the table of members says it: the titular's letter counts, then those of the suplentes. */
function letterOf(people: MemberFile['people'], now: Date): LetterState {
  const lastOf = (wanted: string) =>
    people
      .flatMap(({ role, letterValidUntil }) => (role === wanted ? (letterValidUntil ?? []) : []))
      .sort()
      .at(-1) ?? '';
  const [titular, suplente, at] = [lastOf('titular'), lastOf('suplente'), now.toISOString()];
  if (titular >= at) return titular >= after(now, letterWarningDays[1]).toISOString() ? 'valid' : 'expiring';
  if (suplente >= at) return 'alternate';
  return titular === '' ? 'missing' : 'expired';
}
