import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EntityManager, type SqlEntityManager } from '@mikro-orm/postgresql';
import type { Event } from '@alianza/contracts/event';
import { listRecipients, type Audience, type Recipient } from '@alianza/contracts/membership/recipients';
import type { MailPace } from '@alianza/contracts/notifications/notices';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { newId } from '@alianza/platform/ids';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { Mail } from '../mails/mail.entity.js';
import { MailPlanner } from '../mails/mail-planner.js';
import { Preference, usual } from '../preferences/preference.entity.js';
import { isSettled } from '../settling/settled.queries.js';
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
  /** Not of plans made before there were any. */
  thing?: string | null;
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
    private readonly mails: MailPlanner,
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
        thing: rule.thing?.(event) ?? null,
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
      if (rule.kind === 'task' && (await isDone(em, plan))) return;
      const reached = new Set<string>();
      for (const { personId, email, failing } of items) {
        if (!(await this.tell(em, rule, plan, personId))) continue;
        if (!reached.has(email.toLowerCase())) await this.write(em, plan, personId);
        if (!failing) reached.add(email.toLowerCase()); // else its mail may be kept back, and nobody else there have one
      }
      await em.flush();
    });
  }

  /** In the portal; says whether a mail is to follow at once. People who share an address have a notice each, and one mail. */
  private async tell(em: SqlEntityManager, rule: Rule, plan: Plan, personId: Recipient['personId']): Promise<boolean> {
    const { networkId, eventId, params, path, thing = null } = plan;
    const same = { networkId, eventId, rule: rule.name, personId };
    const at = new Date(plan.at);
    const pace = await paceOf(em, rule, networkId, personId);
    if (rule.inApp && personId !== null && (await em.count(Notice, { ...same, personId })) === 0) {
      const kept = { ...same, personId, id: newId(), kind: rule.kind, params, path, thing, at, readAt: null, digestId: null };
      em.persist(em.create(Notice, { ...kept, awaitsDigest: pace === 'daily' }));
    }
    return pace === 'now';
  }

  private async write(em: SqlEntityManager, plan: Plan, personId: Recipient['personId']): Promise<void> {
    const { networkId, eventId, rule, subjectId, audience, params, path, at } = plan;
    const same = { networkId, eventId, rule, personId };
    if ((await em.count(Mail, same)) > 0) return;
    await this.mails.plan(em, { ...same, subjectId, audience, params: { ...params, path }, at: new Date(at) });
  }
}

/** What is done by now is asked of nobody, neither in the portal nor by mail. */
function isDone(em: SqlEntityManager, { networkId, rule, eventId, path, thing, at }: Plan): Promise<boolean> {
  return isSettled(em, { networkId, rule, eventId, keys: thing ? [path, thing] : [path], at: new Date(at) });
}

/** Summonses at once, always; tasks and news as their reader chose. */
async function paceOf(em: SqlEntityManager, { kind }: Rule, networkId: string, personId: string | null): Promise<MailPace> {
  if (kind === 'summons' || personId === null) return 'now';
  const preference = await em.findOne(Preference, { networkId, personId });
  return preference?.paceOf(kind) ?? usual[`${kind}Mail`];
}
