import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { letterExpiring, letterWarningDays } from '@alianza/contracts/membership/representation/letters';
import { byItself } from '@alianza/platform/calls/by-itself';
import { Clock } from '@alianza/platform/clock';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { record } from '@alianza/platform/events/record';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { after } from '../../data/days.js';
import { inEachNetwork } from '../../networks/every-network.js';
import { Organization } from '../../organizations/organization.entity.js';
import { factOf, heardIn } from '../letter-facts.queries.js';
import { Letter } from '../letter.entity.js';

export const warningsQueue = 'letter-warnings';

/**
 * Tells 30 and 7 days before, once each, that a letter ends; who would be warned of both at once is warned of the nearer. An organisation that
 * is suspended or has left is told nothing: it could file no other.
 */
@Injectable()
export class LetterWarnings implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workAt('7 * * * *', warningsQueue, () => this.warn());
  }

  async warn(): Promise<void> {
    await inEachNetwork(this.em, (networkId) => this.warnNetwork(networkId));
  }

  /** All of a network that end within 30 days: one titular and a few suplentes of each organisation at most. */
  private async warnNetwork(networkId: string): Promise<void> {
    await oneAtATime(this.em, warningsQueue, networkId);
    const now = await this.clock.now(this.em);
    const where = { networkId, status: 'accredited' as const, endsAt: { $gt: now, $lte: after(now, letterWarningDays[1]) } };
    const due = await this.ofActive((await this.em.find(Letter, where)).filter((letter) => letter.dueWarning(now) !== null));
    for (const letter of due) letter.warn(letter.dueWarning(now) ?? 0);
    await this.em.flush();
    const filed = await this.em.find(Letter, { networkId, status: 'filed', roleId: due.map(({ roleId }) => roleId) });
    const waiting = new Set(filed.map(({ roleId }) => roleId));
    const heard = await heardIn(this.em, networkId, [...new Set(due.map(({ organizationId }) => organizationId))]);
    const origin = byItself('membership', networkId);
    for (const letter of due) {
      const fact = await factOf(this.em, letter);
      record(this.em, origin, letterExpiring, {
        ...fact,
        data: {
          ...{ ...fact.data, days: letter.daysLeft(now) },
          ...{ renewed: waiting.has(letter.roleId), unheard: !heard.has(letter.organizationId) },
        },
      });
    }
  }

  private async ofActive(letters: readonly Letter[]): Promise<Letter[]> {
    const [first] = letters;
    if (!first) return [];
    const ids = letters.map(({ organizationId }) => organizationId);
    const active = await this.em.find(Organization, { networkId: first.networkId, id: ids, status: 'active' });
    return letters.filter(({ organizationId }) => active.some(({ id }) => id === organizationId));
  }
}
