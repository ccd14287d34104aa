import { z } from 'zod';
import { defineOperation } from '../operation.js';
import { Secret } from '../shapes.js';

/** What a mail's own link ends: the kind of notice it told of, the daily summary of both, or what the secretariat writes to many. */
export const SubscriptionKind = z.enum(['task', 'news', 'digest', 'mailing']);
export type SubscriptionKind = z.infer<typeof SubscriptionKind>;

const Subscription = z.strictObject({ kind: SubscriptionKind, subscribed: z.boolean() });
export type Subscription = z.infer<typeof Subscription>;

/** The secret of a link in a mail: standing, for one person and kind. It says neither who that is nor which address. */
const byLink = {
  method: 'POST',
  access: 'link',
  input: z.strictObject({ secret: Secret }),
  output: Subscription,
  example: { given: 'subscription', input: { secret: '{subscriptionSecret}' } },
} as const;

export const describeSubscription = defineOperation({
  ...byLink,
  id: 'notifications.subscriptions.describe',
  summary: 'What a link in a mail would end, and whether such mails come now; nothing changes',
  path: '/{network}/subscriptions/describe',
});

export const stopSubscription = defineOperation({
  ...byLink,
  id: 'notifications.subscriptions.stop',
  summary: 'Send no more mails of this kind to whom the link belongs; the same again changes nothing',
  path: '/{network}/subscriptions/stop',
});

export const resumeSubscription = defineOperation({
  ...byLink,
  id: 'notifications.subscriptions.resume',
  summary: 'Send them again as before; the same again changes nothing',
  path: '/{network}/subscriptions/resume',
});
