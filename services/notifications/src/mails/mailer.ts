import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG } from '@alianza/platform/run/service-definition';
import nodemailer, { type Transporter } from 'nodemailer';
import { refusalIn } from '../bounces/delivery-status.js';
import { returnAddress } from '../bounces/return-path.entity.js';
import { bounceDomainOf, type NotificationsConfig } from '../configuration.js';

export interface Letter {
  /** Same id, same mail: a repeat after a lost answer can be recognised. */
  readonly id: string;
  readonly fromName: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly lang: string;
  /** Names this mail alone to whoever reports on its delivery. */
  readonly token: string;
  /** Where one request ends such mails (RFC 8058); null for what always comes. */
  readonly unsubscribeUrl: string | null;
}

const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** No such address: another try would be refused as well. */
export class RecipientRefused extends Error {
  constructor(readonly status: string | null) {
    super('the recipient was refused');
  }
}

/** What looks like an encoded word (RFC 2047) would be read as one: plain ASCII stands in a header as it was written, whoever wrote it. */
const unencoded = (text: string): string => text.replaceAll('=?', '= ?');

/** One request without a page, a cookie or a question (RFC 8058 §3.1). An address has no place to be folded at. */
const unsubscribing = (url: string | null) =>
  url === null
    ? {}
    : {
        'List-Unsubscribe': { prepared: true, value: `<${url}>` },
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      };

/** Hands letters to the SMTP server that is configured. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter;

  constructor(@Inject(CONFIG) private readonly config: NotificationsConfig) {
    this.transport = nodemailer.createTransport({ url: config.SMTP_URL, pool: true, maxConnections: 2, ...limits });
  }

  async send({ id, fromName, to, subject, text, html, lang, token, unsubscribeUrl }: Letter): Promise<void> {
    const host = new URL(this.config.ORIGIN).hostname;
    const message = {
      messageId: `<${id}@${host}>`,
      envelope: { from: returnAddress(token, bounceDomainOf(this.config)), to },
      from: { name: unencoded(fromName), address: this.config.MAIL_FROM },
      to: { name: '', address: to },
      subject: unencoded(subject),
      text,
      html,
      headers: { 'Content-Language': lang, 'Auto-Submitted': 'auto-generated', ...unsubscribing(unsubscribeUrl) },
    };
    await this.transport.sendMail(message).catch((error: unknown) => {
      const refusal = refusalIn(error);
      throw refusal?.forGood ? new RecipientRefused(refusal.status) : error;
    });
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}
