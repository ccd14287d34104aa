import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EntityManager, type SqlEntityManager } from '@mikro-orm/postgresql';
import type { Event } from '@alianza/contracts/event';
import { listRecipients, type Audience, type Recipient } from '@alianza/contracts/membership/recipients';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { newId } from '@alianza/platform/ids';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { Mail } from '../mails/mail.entity.js';
import { mailQueue } from '../mails/queue.js';
import { Preference } from '../preferences/preference.entity.js';
import { Notice } from './notice.entity.js';
import { ruleNamed, rulesFor, type Params, type Rule } from './rules.js';

export const noticeQueue = 'notices';

interface Plan {
  networkId: string;
  rule: string;
  eventId: string;
  subjectId: string;
  audience: Audience;
  path: string;
  params: Params;
  at: string;
}

/** From a fact to notices and mails: first the plan in the event's transaction, then, as a job, whom it concerns right now. */
@Injectable()
export class PlanningService implements OnModuleInit {
  constructor(
    private readonly em: EntityManager,
    private readonly jobs: Jobs,
    private readonly operations: OperationsClient,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.jobs.work<Plan>(noticeQueue, (plan) => this.carryOut(plan));
  }

  async plan(event: Event): Promise<void> {
    if (event.networkId === null) return;
    for (const rule of rulesFor(event)) {
      const audience = rule.audience(event);
      if (audience === null) continue;
      const { networkId, id: eventId, aggregateId: subjectId, occurredAt: at } = event;
      const plan: Plan = {
        networkId,
        rule: rule.name,
        eventId,
        subjectId,
        audience,
        path: rule.path(event),
        params: rule.params?.(event) ?? {},
        at,
      };
      await this.jobs.enqueue(this.em, noticeQueue, `${eventId} ${rule.name}`, plan);
    }
  }

  private async carryOut(plan: Plan): Promise<void> {
    const rule = ruleNamed(plan.rule);
    const { items } = await this.operations.ask(listRecipients, { audience: plan.audience }, plan.networkId);
    await inNetwork(this.em, plan, async (em) => {
      for (const recipient of items) await this.tell(em, rule, plan, recipient);
      await em.flush();
    });
  }

  private async tell(em: SqlEntityManager, rule: Rule, plan: Plan, { personId }: Recipient): Promise<void> {
    const { networkId, eventId, params, path } = plan;
    const same = { networkId, eventId, rule: rule.name, personId };
    const at = new Date(plan.at);
    if (rule.inApp && personId !== null && (await em.count(Notice, { ...same, personId })) === 0) {
      em.persist(em.create(Notice, { ...same, personId, id: newId(), kind: rule.kind, params, path, at, readAt: null }));
    }
    if (!(await wantsMail(em, rule, networkId, personId)) || (await em.count(Mail, same)) > 0) return;
    const mail = em.create(Mail, {
      ...same,
      id: newId(),
      subjectId: plan.subjectId,
      audience: plan.audience,
      params: { ...params, path },
      at,
      sentAt: null,
      refusedAt: null,
    });
    em.persist(mail);
    await em.flush();
    await this.jobs.enqueue(em, mailQueue, mail.id, { networkId, id: mail.id });
  }
}

/** Summonses always; tasks and news unless switched off. */
async function wantsMail(em: SqlEntityManager, { kind }: Rule, networkId: string, personId: string | null): Promise<boolean> {
  if (kind === 'summons' || personId === null) return true;
  const preference = await em.findOne(Preference, { networkId, personId });
  if (!preference) return true;
  return kind === 'task' ? preference.taskMail : preference.newsMail;
}
