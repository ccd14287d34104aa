import { Inject, Injectable } from '@nestjs/common';
import { EntityManager, LockMode, type SqlEntityManager } from '@mikro-orm/postgresql';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { Subscription as SubscriptionView, SubscriptionKind } from '@alianza/contracts/notifications/subscriptions';
import type { Call } from '@alianza/platform/calls/call';
import { CONFIG, type Config } from '@alianza/platform/run/service-definition';
import { createHash, createHmac } from 'node:crypto';
import { PreferencesService } from '../preferences/preferences.service.js';
import { before, endedBy, resumedBy } from './choices.js';
import { Subscription } from './subscription.entity.js';
import { keepSubscription } from './subscriptions.queries.js';

interface Whose {
  readonly networkId: string;
  readonly personId: string;
  readonly kind: SubscriptionKind;
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/**
 * Links by which mails are ended. All mails of a kind to a person carry the same one, made again from the key of this service each time: only
 * its hash is kept, an old mail's link works as long as the row does, and a new key only adds another row.
 */
@Injectable()
export class SubscriptionsService {
  constructor(
    private readonly em: EntityManager,
    private readonly preferences: PreferencesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async secretFor(em: SqlEntityManager, { networkId, personId, kind }: Whose): Promise<string> {
    const named = JSON.stringify([networkId, personId, kind]);
    const secret = createHmac('sha256', `subscription ${this.config.SERVICE_KEY}`).update(named).digest('base64url');
    await keepSubscription(em, { networkId, personId, kind, hash: hashOf(secret) });
    return secret;
  }

  async describe(secret: string, call: Call): Promise<SubscriptionView> {
    return this.view(await this.load(secret, call));
  }

  async stop(secret: string, call: Call): Promise<SubscriptionView> {
    const subscription = await this.load(secret, call);
    await this.preferences.change(
      subscription,
      (choice) => {
        const ended = endedBy(subscription.kind, choice);
        if (Object.keys(ended).length > 0) subscription.stopped = before(choice, ended);
        return ended;
      },
      call,
    );
    return this.view(subscription);
  }

  async resume(secret: string, call: Call): Promise<SubscriptionView> {
    const subscription = await this.load(secret, call);
    await this.preferences.change(subscription, (choice) => resumedBy(subscription.kind, choice, subscription.stopped ?? null), call);
    subscription.stopped = null;
    return this.view(subscription);
  }

  /** One at a time, so that two requests at once end and begin nothing twice. */
  private async load(secret: string, { network: networkId }: Call): Promise<Subscription> {
    const found = await this.em.findOne(Subscription, { networkId, hash: hashOf(secret) }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!found) throw new DomainError(generalErrors['link-not-valid']);
    return found;
  }

  private async view(subscription: Subscription): Promise<SubscriptionView> {
    const { kind } = subscription;
    const choice = await this.preferences.choiceOf(subscription);
    return { kind, subscribed: Object.keys(endedBy(kind, choice)).length > 0 };
  }
}
