import { Inject, Injectable } from '@nestjs/common';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { listRecipients, mintLink, type Recipient } from '@alianza/contracts/membership/recipients';
import type { SubscriptionKind } from '@alianza/contracts/notifications/subscriptions';
import { resolve } from '@alianza/platform/data/localized';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { CONFIG } from '@alianza/platform/run/service-definition';
import type { NotificationsConfig } from '../configuration.js';
import { digestContent } from '../digests/digest-content.js';
import { composeDigest } from '../digests/digest-letter.js';
import { digestRule } from '../digests/digest-rule.js';
import { composeMailing } from '../mailings/mailing-letter.js';
import { mailingContent } from '../mailings/mailing-content.js';
import { isMailing } from '../mailings/mailing-rules.js';
import { NetworkCopy } from '../networks/network.copy.js';
import { paramsFor } from '../notices/params.js';
import { ruleNamed, type Rule } from '../notices/rules.js';
import { choiceOf, Preference, usual } from '../preferences/preference.entity.js';
import { SubscriptionsService } from '../subscriptions/subscriptions.service.js';
import { pageAddress, type Place } from './address.js';
import { composeLetter, type WaysOut } from './letter.js';
import type { Composed } from './layout.js';
import type { Mail, Withheld } from './mail.entity.js';
import type { Letter } from './mailer.js';
import { alwaysComes, kindOfMail } from './mail-kind.js';

export type Reached = { readonly recipient: Recipient } | { readonly recipient: null; readonly withheld: Withheld };
type Written = Omit<Letter, 'id' | 'to' | 'token'>;

/** One letter for one reader: what its mail says, in their language, with their own ways out of such mails. */
interface Reading {
  readonly mail: Mail;
  readonly recipient: Recipient;
  readonly place: Place;
  /** What the network is called. */
  readonly name: string;
  readonly fallback: NetworkCopy['language'];
  readonly out: WaysOut | null;
}

/** What mails say, and to whom: asked for when they are sent. */
@Injectable()
export class LettersService {
  constructor(
    private readonly operations: OperationsClient,
    private readonly subscriptions: SubscriptionsService,
    @Inject(CONFIG) private readonly config: NotificationsConfig,
  ) {}

  /** Who is to have it now: people leave, addresses stop working and choices change between a fact and its mail. */
  async recipientOf(em: SqlEntityManager, mail: Mail): Promise<Reached> {
    const { audience, networkId, personId } = mail;
    const { items } = await this.operations.ask(listRecipients, { audience }, networkId);
    const recipient = items.find((one) => one.personId === personId);
    if (!recipient) return { recipient: null, withheld: 'gone' };
    if (alwaysComes(mail)) return { recipient };
    if (recipient.failing) return { recipient: null, withheld: 'failing' };
    if (await this.isUnwanted(em, mail)) return { recipient: null, withheld: 'unwanted' };
    return { recipient };
  }

  /** Null where there is nothing left to say. */
  async compose(em: SqlEntityManager, mail: Mail, recipient: Recipient): Promise<Written | null> {
    const network = await em.findOneOrFail(NetworkCopy, { networkId: mail.networkId });
    const { language: lang } = recipient;
    const place = { origin: this.config.ORIGIN, network: network.code, lang };
    const name = resolve(network.name, { lang, fallback: network.language }).text;
    const out = await this.waysOut(em, mail, place);
    const composed = await this.write(em, { mail, recipient, place, name, fallback: network.language, out });
    return composed && { ...composed, fromName: name, lang, unsubscribeUrl: alwaysComes(mail) ? null : (out?.unsubscribeUrl ?? null) };
  }

  private async write(em: SqlEntityManager, reading: Reading): Promise<Composed | null> {
    const { mail, place, name, fallback, out } = reading;
    if (mail.rule === digestRule && out) {
      const content = await digestContent(em, mail, { place, fallback });
      return content && composeDigest({ ...content, lang: place.lang, network: name, out, url: pageAddress(place, '/miembro/avisos') });
    }
    if (isMailing(mail) && out) {
      const content = await mailingContent(em, mail, { lang: place.lang, fallback });
      return composeMailing({ ...content, lang: place.lang, network: name, out });
    }
    return this.ofRule(reading);
  }

  private async ofRule({ mail, place, name, fallback, out }: Reading): Promise<Composed> {
    const rule = ruleNamed(mail.rule);
    const { path = '', ...params } = paramsFor(mail.params, { lang: place.lang, fallback });
    const url = pageAddress(place, path, await this.secretFor(rule, mail));
    return composeLetter({ rule: rule.name, kind: rule.kind, lang: place.lang, network: name, params, url, out });
  }

  private async waysOut(em: SqlEntityManager, mail: Mail, place: Place): Promise<WaysOut | null> {
    const { networkId, personId } = mail;
    const kind = kindOfMail(mail);
    if (!personId || kind === 'summons') return null;
    const preferencesUrl = pageAddress(place, '/miembro/preferencias');
    const secret = await this.subscriptions.secretFor(em, { networkId, personId, kind });
    return { preferencesUrl, unsubscribeUrl: pageAddress(place, `/baja/${secret}`) };
  }

  /** Switched off since it was planned. */
  private async isUnwanted(em: SqlEntityManager, mail: Mail): Promise<boolean> {
    const { networkId, personId } = mail;
    if (!personId) return false;
    const { taskMail, newsMail, mailings } = choiceOf((await em.findOne(Preference, { networkId, personId })) ?? usual);
    const wanted: Record<SubscriptionKind, boolean> = {
      task: taskMail !== 'never',
      news: newsMail !== 'never',
      digest: taskMail !== 'never' || newsMail !== 'never',
      mailing: mailings,
    };
    const kind = kindOfMail(mail);
    return kind !== 'summons' && !wanted[kind];
  }

  /** The mail's id is the key: a retry replaces the secret of the try before. */
  private async secretFor({ link }: Rule, { id, subjectId, networkId }: Mail): Promise<string | undefined> {
    if (link === undefined) return undefined;
    const { secret } = await this.operations.ask(mintLink, { purpose: link, subjectId, key: id }, networkId);
    return secret;
  }
}
