import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, LOG, type Log } from '@alianza/platform/run/service-definition';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { bounceDomainOf, type NotificationsConfig } from '../configuration.js';
import { BouncesService } from './bounces.service.js';
import { NoReport, readReport } from './report.js';
import { tokenIn } from './return-path.entity.js';

/** A report carries the head of one of our mails, or the whole of it. */
const longest = 512 * 2 ** 10;
/** Whoever speaks slowly or holds many lines keeps nobody else waiting. */
const patience = { socketTimeout: 30_000, closeTimeout: 2000, maxClients: 20 };

const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });
const noMailbox = () => refusal(550, '5.1.1 No such mailbox here');

/** Takes in what other servers report on our mails (RFC 5321, RFC 3464), and nothing else: every address but that of a mail we sent is refused. */
@Injectable()
export class BounceListener implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private server: SMTPServer | null = null;
  private readonly domain: string;

  constructor(
    private readonly bounces: BouncesService,
    @Inject(CONFIG) private readonly config: NotificationsConfig,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.domain = bounceDomainOf(config);
  }

  /** Where it listens; null where it does not. */
  get port(): number | null {
    const address = this.server?.server.address() as AddressInfo | null | undefined;
    return address?.port ?? null;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { BOUNCE_PORT, BOUNCE_HOST } = this.config;
    if (BOUNCE_PORT === undefined) return;
    const server = this.open();
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject);
      server.listen(BOUNCE_PORT, BOUNCE_HOST, resolve);
    });
    this.server = server;
  }

  async beforeApplicationShutdown(): Promise<void> {
    const { server } = this;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  private open(): SMTPServer {
    const server = new SMTPServer({
      name: this.domain,
      banner: 'reports on delivery only',
      size: longest,
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      ...patience,
      onRcptTo: ({ address }, { envelope }, answer) => void this.admit(address, envelope.rcptTo.length).then(() => answer(), answer),
      onData: (stream, session, answer) => void this.take(stream, session).then(() => answer(), answer),
    });
    server.on('error', (error) => this.log.debug({ error }, 'a report broke off'));
    return server;
  }

  /** One mail, one report. */
  private async admit(address: string, before: number): Promise<void> {
    if (before > 0) throw refusal(452, '4.5.3 One recipient at a time');
    const token = tokenIn(address, this.domain);
    if (token === null || !(await this.known(token))) throw noMailbox();
  }

  /** Where we cannot look, the report is to come again. */
  private async known(token: string): Promise<boolean> {
    return this.bounces.isKnown(token).catch((error: unknown) => {
      this.log.warn({ error }, 'reports on delivery wait');
      throw refusal(451, '4.3.0 Try again later');
    });
  }

  private async take(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<void> {
    const raw = await whole(stream);
    const token = tokenIn(envelope.rcptTo[0]?.address ?? '', this.domain);
    if (token === null) throw noMailbox();
    const fromNobody = envelope.mailFrom === false || envelope.mailFrom.address === '';
    try {
      const failed = await readReport(raw, fromNobody);
      if (failed) await this.bounces.report(token, failed);
    } catch (error) {
      if (error instanceof NoReport) throw refusal(550, '5.6.0 Only reports on delivery are taken here');
      this.log.warn({ error }, 'reports on delivery wait');
      throw refusal(451, '4.3.0 Try again later');
    }
  }
}

async function whole(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) if (!stream.sizeExceeded) chunks.push(chunk);
  if (stream.sizeExceeded) throw refusal(552, '5.3.4 Too large for a report');
  return Buffer.concat(chunks);
}
