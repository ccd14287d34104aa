import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { AuditChain, verifyChain } from '@alianza/contracts/audit/chains';
import type { AnswerOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { nowhere } from '@alianza/platform/ids';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { findHead } from './chain.queries.js';
import { beginning } from './link.js';
import { verifyChainOf, verifyChains, type Verified } from './verification.js';
import { findVerification, keepVerification } from './verifications.queries.js';

export const verificationsQueue = 'verifications';

/** Of one chain; of every chain where none is named. */
interface Asked {
  readonly networkId?: string;
}

/** Reads the chains from their beginnings, every night and when somebody asks, and keeps what it found last. */
@Injectable()
export class VerificationsService implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<Asked>(verificationsQueue, (asked) => this.verify(asked));
    await this.jobs.schedule(verificationsQueue, '41 8 * * *');
  }

  async get({ networkId }: Pick<Call, 'networkId'>): Promise<AuditChain> {
    const of = networkId ?? nowhere;
    const head = (await findHead(this.em, of)) ?? { position: 0, hash: beginning };
    return { head, verified: await findVerification(this.em, of) };
  }

  /** One that waits or runs already is the one that was asked for. */
  async ask({ networkId }: Pick<Call, 'networkId'>): Promise<AnswerOf<typeof verifyChain>> {
    const of = networkId ?? nowhere;
    await this.jobs.enqueue(this.em, verificationsQueue, of, { networkId: of } satisfies Asked);
    return {};
  }

  async verify({ networkId }: Asked): Promise<void> {
    const verdicts = networkId === undefined ? await verifyChains(this.em) : [await verifyChainOf(this.em, networkId)];
    for (const verdict of verdicts) if (verdict) await this.keep(verdict);
  }

  private keep(verdict: Verified): Promise<void> {
    const { networkId } = verdict;
    return inNetwork(this.em, { networkId }, async (em) => keepVerification(em, verdict, await this.clock.now(em)));
  }
}
