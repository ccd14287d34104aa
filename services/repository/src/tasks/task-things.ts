import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { TaskQueue } from '@alianza/contracts/repository/review/tasks';
import type { Localized } from '@alianza/contracts/shapes';
import { Inquiry } from '../inquiries/inquiry.entity.js';
import { standInFor } from '../organizations/stand-in.queries.js';
import { isPublic, Practice } from '../practices/practice.entity.js';
import { Replication } from '../replications/replication.entity.js';
import { publicTitle } from '../versions/versions.queries.js';

/** What waits in a queue of the secretariat. */
export interface Thing {
  readonly title: Localized;
  /** Whether there is anything left to do. */
  readonly open: boolean;
  /** Whose decision it is not: people who act for it. None where anybody of the secretariat may decide. */
  readonly organizationId: string | null;
}

interface Named {
  readonly networkId: string;
  readonly id: string;
}

/** What the queues of the secretariat hold; null for what is not in them. */
@Injectable()
export class TaskThings {
  constructor(private readonly em: EntityManager) {}

  find(queue: TaskQueue, named: Named): Promise<Thing | null> {
    if (queue === 'inquiries') return this.inquiry(named);
    return queue === 'replications' ? this.replication(named) : this.verification(named);
  }

  private async inquiry(named: Named): Promise<Thing | null> {
    const found = await this.em.findOne(Inquiry, { ...named, openedAt: { $ne: null } });
    if (!found || !(found.stoodIn || (await this.ofSecretariat(named.networkId, found.organizationId)))) return null;
    return { title: found.title, open: found.status === 'open', organizationId: null };
  }

  private async replication({ networkId, id }: Named): Promise<Thing | null> {
    const found = await this.em.findOne(Replication, { networkId, id, toldAt: { $ne: null } });
    if (!found || !(await this.ofSecretariat(networkId, found.originId))) return null;
    const practice = await this.em.findOneOrFail(Practice, { networkId, id: found.practiceId });
    return { title: await publicTitle(this.em, practice), open: found.admits('confirm'), organizationId: found.organizationId };
  }

  private async verification(named: Named): Promise<Thing | null> {
    const found = await this.em.findOne(Practice, named);
    if (!found?.verifyBy) return null;
    return { title: await publicTitle(this.em, found), open: isPublic(found), organizationId: found.organizationId ?? null };
  }

  /** What nobody else answers for, or whose organisation is suspended or has left. */
  private async ofSecretariat(networkId: string, organizationId: string | null | undefined): Promise<boolean> {
    return !organizationId || (await standInFor(this.em, { networkId, organizationId })) !== null;
  }
}
