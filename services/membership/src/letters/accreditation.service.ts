import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import {
  letterAccredited,
  letterReturned,
  letterWarningDays,
  type accreditLetter,
  type getLetter,
  type Letter as LetterView,
  type LettersWanted,
  type listLetters,
  type returnLetter,
} from '@alianza/contracts/membership/representation/letters';
import { expectVersion, type Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { fromCursor, InstantAndId, toPage } from '@alianza/platform/data/cursors';
import { record } from '@alianza/platform/events/record';
import { takenParams } from '@alianza/platform/tasks/task-rows';
import { startOfDay } from '../data/civil-days.queries.js';
import { after } from '../data/days.js';
import { takeOffDesk } from '../desk/letter-release.js';
import { expectNotOwn } from '../organizations/standing/standing.policy.js';
import { Role } from '../roles/role.entity.js';
import { RolesService } from '../roles/roles.service.js';
import { steadyZone } from './days/letter-days.queries.js';
import { factOf } from './letter-facts.queries.js';
import { LetterViews } from './letter-views.service.js';
import { Letter } from './letter.entity.js';
import { LetterNotFoundError } from './letters.errors.js';
import { readEnding, readWaiting, type PageWanted, type Range } from './letters.queries.js';

/** The secretariat's side: what waits, what ends, and the decision. */
@Injectable()
export class AccreditationService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly roles: RolesService,
    private readonly views: LetterViews,
  ) {}

  async list({ which, assigned, cursor, limit }: InputOf<typeof listLetters>, call: Call): Promise<AnswerOf<typeof listLetters>> {
    const taken = takenParams(assigned, call.personId);
    const wanted = { networkId: call.network, last: fromCursor(cursor, 2, InstantAndId), limit: limit + 1, taken };
    const found = await this.read(which, wanted);
    const { rows, nextCursor } = toPage(found.rows, limit, (row) => [new Date(row.at).toISOString(), row.id]);
    const letters = await this.em.find(Letter, { networkId: call.network, id: rows.map(({ id }) => id) });
    const inOrder = rows.flatMap(({ id }) => letters.filter((letter) => letter.id === id));
    const holders = new Map(rows.map(({ id, assignedTo }) => [id, assignedTo]));
    const items = (await this.views.all(inOrder, call)).map((view) => ({ ...view, assignedTo: holders.get(view.id) ?? null }));
    return { items, nextCursor, total: found.total };
  }

  async get({ id }: InputOf<typeof getLetter>, call: Call): Promise<LetterView> {
    return this.views.one(await this.find(id, call), call);
  }

  async accredit({ id }: InputOf<typeof accreditLetter>, call: Call): Promise<LetterView> {
    const zone = await steadyZone(this.em, call.network);
    const letter = await this.load(id, call);
    const { networkId, roleId, dated } = letter;
    const begins = await startOfDay(this.em, dated, zone);
    letter.accredit({ by: call.personId, at: await this.clock.now(this.em), begins });
    const role = await this.em.findOneOrFail(Role, { networkId, id: roleId });
    role.accredit(letter.endsAt);
    const earlier = await this.em.find(Letter, { networkId, roleId, status: 'accredited', id: { $ne: id } });
    for (const one of earlier) one.close();
    await this.em.flush();
    await takeOffDesk(this.em, [letter, ...earlier]);
    record(this.em, call, letterAccredited, await factOf(this.em, letter));
    return this.views.one(letter, call);
  }

  async return({ id, reason }: InputOf<typeof returnLetter>, call: Call): Promise<LetterView> {
    const letter = await this.load(id, call);
    letter.return(reason, { by: call.personId, at: await this.clock.now(this.em) });
    await this.em.flush();
    await takeOffDesk(this.em, [letter]);
    const fact = await factOf(this.em, letter);
    record(this.em, call, letterReturned, { ...fact, data: { ...fact.data, reason } });
    return this.views.one(letter, call);
  }

  private async read(which: LettersWanted, wanted: PageWanted) {
    const now = await this.clock.now(this.em);
    const soon = after(now, letterWarningDays[1]).toISOString();
    const ranges: Readonly<Record<'soon' | 'over' | 'accredited', Range>> = {
      soon: [now.toISOString(), soon],
      over: ['-infinity', now.toISOString()],
      accredited: [now.toISOString(), 'infinity'],
    };
    if (which === 'open') return readWaiting(this.em, wanted, 'filed');
    return which === 'returned' ? readWaiting(this.em, wanted, which) : readEnding(this.em, wanted, ranges[which]);
  }

  /** To be decided by whoever does not represent the organisation, which takes part. */
  private async load(id: string, call: Call): Promise<Letter> {
    const letter = await this.find(id, call);
    const { networkId, organizationId } = letter;
    expectNotOwn(organizationId, call.principal);
    await this.roles.aloneActive(networkId, organizationId);
    await this.em.refresh(letter);
    expectVersion(letter, call);
    return letter;
  }

  private async find(id: string, { network: networkId }: Call): Promise<Letter> {
    const letter = await this.em.findOne(Letter, { networkId, id });
    if (!letter) throw new LetterNotFoundError();
    return letter;
  }
}
