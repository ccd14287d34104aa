import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { LetterState, MemberFile } from '@alianza/contracts/membership/directory/members';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { after } from '../../data/days.js';
import { Person } from '../../people/person.entity.js';
import { Role } from '../../roles/role.entity.js';
import { CategoriesService } from '../categories/categories.service.js';
import { HistoryService } from '../history/history.service.js';
import { Organization } from '../organization.entity.js';
import { viewProfile } from '../profiles/profile.view.js';
import { OrganizationNotFoundError } from '../standing/standing.errors.js';
import { decidedOf } from '../standing/standing.service.js';

/** Days before its end from which on a letter is said to be running out. */
const warningDays = 30;
const restingOnLetters = ['titular', 'suplente'];

/** One member with its people, its categories and its history, on one page. */
@Injectable()
export class MemberFileService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly categories: CategoriesService,
    private readonly history: HistoryService,
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
      history: await this.history.list(organization),
    };
  }

  private async peopleOf({ networkId, id: organizationId }: Organization): Promise<MemberFile['people']> {
    const held = await this.em.find(Role, { networkId, organizationId, until: null }, { orderBy: { since: 'asc', id: 'asc' } });
    const people = await this.em.find(Person, { id: [...new Set(held.map(({ personId }) => personId))] });
    const known = new Map(people.map((person) => [person.id, person]));
    return held.flatMap(({ personId, role, since, letterValidUntil }) => {
      const person = known.get(personId);
      if (!person) return [];
      const letter = letterValidUntil?.toISOString() ?? null;
      return [
        { personId, name: person.name, role, since: since.toISOString(), letterValidUntil: letter, disabled: Boolean(person.disabledAt) },
      ];
    });
  }
}

/** As the table of members says it: the last letter to run out counts. */
function letterOf(people: MemberFile['people'], now: Date): LetterState {
  const ends = people.flatMap(({ role, letterValidUntil }) =>
    restingOnLetters.includes(role) && letterValidUntil ? [letterValidUntil] : [],
  );
  const last = ends.sort().at(-1);
  if (last === undefined) return 'missing';
  if (last < now.toISOString()) return 'expired';
  return last < after(now, warningDays).toISOString() ? 'expiring' : 'valid';
}
