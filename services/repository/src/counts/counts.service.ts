import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { countVisits, drawSalt, listCounts, readCounts, readMonthlyCounts } from '@alianza/contracts/repository/publication/counts';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { toPage } from '@alianza/platform/data/cursors';
import { resolve } from '@alianza/platform/data/localized';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { keysAfter } from '../data/cursor-keys.js';
import { PracticeNotFoundError } from '../practices/practices.errors.js';
import { isSecretariat, mayEdit, ownerFor } from '../practices/practices.policy.js';
import { Practice } from '../practices/practice.entity.js';
import { addVisits, countsOfPractice, readCounted, readMonths, saltOf, type Counted } from './counts.queries.js';

const aDay = 86_400_000;
const SlugAndMonth = z.tuple([z.string(), z.string()]);

/** A day is one of UTC, the same for every network and for whoever counts. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** How often records are read, of which nobody can tell by whom. */
@Injectable()
export class CountsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly reads: PublicReads,
  ) {}

  async salt({ network }: Call): Promise<AnswerOf<typeof drawSalt>> {
    const now = await this.clock.now(this.em);
    const day = dayOf(now);
    const salt = await saltOf(this.em, network, day, randomBytes(32).toString('base64url'));
    return { day, salt, left: aDay - (now.getTime() % aDay) };
  }

  async add({ day, visits }: InputOf<typeof countVisits>, { network }: Call): Promise<AnswerOf<typeof countVisits>> {
    return { counted: await addVisits(this.em, network, day, visits) };
  }

  async get({ slug }: InputOf<typeof readCounts>, { network, request }: Call): Promise<Counted> {
    const [row] = await this.reads.rows<Counted>(countsOfPractice, [network, slug], request.left);
    if (!row) throw new PracticeNotFoundError();
    return row;
  }

  async months({ id }: InputOf<typeof readMonthlyCounts>, call: Call): Promise<AnswerOf<typeof readMonthlyCounts>> {
    const practice = await this.em.findOne(Practice, { id, networkId: call.network }, { fields: ['slug', 'organizationId'] });
    if (!practice || !mayEdit(call.principal, practice)) throw new PracticeNotFoundError();
    const months = practice.slug ? await readMonths(this.em, call.network, practice.slug) : [];
    const sum = (of: keyof Counted) => months.reduce((total, month) => total + month[of], 0);
    return { months, total: { views: sum('views'), downloads: sum('downloads') } };
  }

  /** By address and month, the earliest first. */
  async list({ of, cursor, limit }: InputOf<typeof listCounts>, call: Call): Promise<AnswerOf<typeof listCounts>> {
    const { principal, network } = call;
    if (of === 'network' && !isSecretariat(principal)) throw new DomainError(generalErrors.forbidden);
    const known = ownerFor(principal);
    const owner = of === 'network' ? 'anybody' : ((known === undefined ? call.actingFor : known) ?? 'network');
    const after = keysAfter(cursor, SlugAndMonth, ['', '']);
    const rows = await readCounted(this.em, network, { owner, after, limit: limit + 1 });
    const { rows: shown, nextCursor } = toPage(rows, limit, ({ slug, month }) => [slug, month]);
    return { items: shown.map(({ title, ...row }) => ({ ...row, title: resolve(title, call).text })), nextCursor };
  }
}
