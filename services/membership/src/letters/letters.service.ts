import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import {
  letterFiled,
  type downloadLetter,
  type fileLetter,
  type Letter as LetterView,
} from '@alianza/contracts/membership/representation/letters';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { record } from '@alianza/platform/events/record';
import { File } from '@alianza/platform/files/file.entity';
import { Files } from '@alianza/platform/files/files';
import { newId } from '@alianza/platform/ids';
import { startOfDay } from '../data/civil-days.queries.js';
import { takeOffDesk } from '../desk/letter-release.js';
import { Role } from '../roles/role.entity.js';
import { RoleNotFoundError } from '../roles/roles.errors.js';
import { mayTouch } from '../roles/roles.policy.js';
import { RolesService } from '../roles/roles.service.js';
import { steadyZone } from './days/letter-days.queries.js';
import { factOf } from './letter-facts.queries.js';
import { LetterViews } from './letter-views.service.js';
import { Letter } from './letter.entity.js';
import { LetterExpiredError, LetterNotFoundError, LetterNotNeededError } from './letters.errors.js';

/** The organisation's side: to file a letter, to read it again. */
@Injectable()
export class LettersService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly roles: RolesService,
    private readonly views: LetterViews,
  ) {}

  async file({ roleId, uploadId, dated, validUntil, office }: InputOf<typeof fileLetter>, call: Call): Promise<LetterView> {
    const endsAt = await this.endOf(validUntil, call.network);
    const { role, organizationId } = await this.represented(roleId, call);
    const filedAt = await this.clock.now(this.em);
    if (endsAt <= filedAt) throw new LetterExpiredError();
    const file = await this.files.adopt(call, uploadId, 'designation-letter');
    const earlier = await this.em.find(Letter, { networkId: call.network, roleId, status: { $in: ['filed', 'returned'] } });
    for (const letter of earlier) letter.close();
    const said = { dated, validUntil, office, endsAt, filedAt, filedBy: call.personId, status: 'filed' as const };
    const of = { id: newId(), networkId: call.network, organizationId, roleId, personId: role.personId, role: role.role, fileId: file.id };
    const letter = this.em.create(Letter, { ...of, ...said });
    await this.em.persist(letter).flush();
    await takeOffDesk(this.em, earlier);
    record(this.em, call, letterFiled, await factOf(this.em, letter));
    return this.views.one(letter, call);
  }

  async download({ id }: InputOf<typeof downloadLetter>, call: Call): Promise<AnswerOf<typeof downloadLetter>> {
    const { network: networkId, principal } = call;
    const letter = await this.em.findOne(Letter, { networkId, id });
    if (!letter || !(mayTouch(letter, principal) || principal.roles.includes('auditor'))) throw new LetterNotFoundError();
    if (!letter.fileId) throw new LetterNotFoundError();
    return this.files.ticket(await this.em.findOneOrFail(File, { networkId, id: letter.fileId }), call);
  }

  private async represented(id: string, call: Call): Promise<{ role: Role; organizationId: string }> {
    const role = await this.em.findOne(Role, { networkId: call.network, id });
    if (!role || !mayTouch(role, call.principal)) throw new RoleNotFoundError();
    const { organizationId } = role;
    if (!role.represents() || !organizationId) throw new LetterNotNeededError();
    await this.roles.alone(call.network, organizationId);
    await this.em.refresh(role);
    role.expectHeld();
    return { role, organizationId };
  }

  /** A letter holds until its last day is over where the network is. */
  private async endOf(day: string, networkId: string): Promise<Date> {
    return startOfDay(this.em, dayAfter(day), await steadyZone(this.em, networkId));
  }
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
