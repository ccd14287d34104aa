import type { SubscriptionKind } from '@alianza/contracts/notifications/subscriptions';
import { digestRule } from '../digests/digest-rule.js';
import { isMailing, isTest } from '../mailings/mailing-rules.js';
import { ruleNamed } from '../notices/rules.js';
import type { Mail } from './mail.entity.js';

type Of = Pick<Mail, 'rule' | 'params' | 'personId'>;

/** What a reader would switch off to get no more of its kind. */
export function kindOfMail(mail: Of): SubscriptionKind | 'summons' {
  if (mail.rule === digestRule) return 'digest';
  return isMailing(mail) ? 'mailing' : ruleNamed(mail.rule).kind;
}

/** Whatever anybody chose, and to whichever address: also a mailing that says why, one that its author sends to themselves, and what nobody has an account for. */
export const alwaysComes = (mail: Of): boolean =>
  !mail.personId || kindOfMail(mail) === 'summons' || (isMailing(mail) && (isTest(mail) || typeof mail.params.reason === 'string'));
