import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG } from '@alianza/platform/run/service-definition';
import nodemailer, { type Transporter } from 'nodemailer';
import type { NotificationsConfig } from '../configuration.js';

export interface Letter {
  /** Same id, same mail: a repeat after a lost answer can be recognised. */
  readonly id: string;
  readonly fromName: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly lang: string;
}

const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** No such address: another try would be refused as well. */
export class RecipientRefused extends Error {}

/** Permanent and about the address (RFC 3463 §3.2, 5.1.x). Other permanent answers speak of our own setting up, which can be mended within the day. */
const isForGood = (error: unknown): boolean => {
  const { command, response = '' } = error as { command?: string; response?: string };
  return command === 'RCPT TO' && /^5\d\d[ -]5\.1\./.test(response);
};

/** What looks like an encoded word (RFC 2047) would be read as one: plain ASCII stands in a header as it was written, whoever wrote it. */
const unencoded = (text: string): string => text.replaceAll('=?', '= ?');

/** Hands letters to the SMTP server that is configured. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter;

  constructor(@Inject(CONFIG) private readonly config: NotificationsConfig) {
    this.transport = nodemailer.createTransport({ url: config.SMTP_URL, pool: true, maxConnections: 2, ...limits });
  }

  async send({ id, fromName, to, subject, text, html, lang }: Letter): Promise<void> {
    const host = new URL(this.config.ORIGIN).hostname;
    const message = {
      messageId: `<${id}@${host}>`,
      from: { name: unencoded(fromName), address: this.config.MAIL_FROM },
      to: { name: '', address: to },
      subject: unencoded(subject),
      text,
      html,
      headers: { 'Content-Language': lang, 'Auto-Submitted': 'auto-generated' },
    };
    await this.transport.sendMail(message).catch((error: unknown) => {
      throw isForGood(error) ? new RecipientRefused('the recipient was refused') : error;
    });
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}
