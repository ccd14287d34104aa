import { Controller, Post, Req, Res } from '@nestjs/common';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { sendInquiry, writeMessage, type RecordInquiryKind } from '@alianza/contracts/repository/inquiries';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { Callers } from '../callers/callers.js';
import { speak, type EdgeReply, type EdgeRequest } from '../http/edge-request.js';
import { languageOfPage } from '../language/language.js';
import { NetworkDirectory } from '../networks/network-directory.js';
import { Patience } from '../operations/patience.js';
import { describe } from '../problems/problem.js';
import { Portal } from './portal.js';

const kinds: Readonly<Record<string, RecordInquiryKind>> = { preguntar: 'question', avisar: 'mistake' };

/** Forms of public pages, as browsers send them without a script: one operation each, and a page that says how it went. */
@Controller()
export class FormsController {
  constructor(
    private readonly portal: Portal,
    private readonly networks: NetworkDirectory,
    private readonly callers: Callers,
    private readonly operations: OperationsClient,
    private readonly patience: Patience,
  ) {}

  @Post(['/:network/practicas/:slug/:form', '/:network/en/practicas/:slug/:form'])
  async ofRecord(@Req() request: EdgeRequest, @Res() reply: EdgeReply): Promise<void> {
    const { slug, form = '' } = request.params;
    const kind = kinds[form];
    if (kind === undefined) throw new DomainError(generalErrors['route-not-found']);
    await this.take({ operation: sendInquiry, more: { slug, kind } }, request, reply);
  }

  @Post(['/:network/contacto', '/:network/en/contacto'])
  async toSecretariat(@Req() request: EdgeRequest, @Res() reply: EdgeReply): Promise<void> {
    await this.take({ operation: writeMessage, more: {} }, request, reply);
  }

  /** What was sent, done; or the form again. */
  private async take(asked: Asked, request: EdgeRequest, reply: EdgeReply): Promise<void> {
    const [pathname = ''] = request.url.split('?');
    const lang = speak(request, languageOfPage(pathname));
    if (typeof request.body !== 'string') throw new DomainError(generalErrors['route-not-found']);
    const form = new URLSearchParams(request.body);
    const values = { text: form.get('text') ?? '', email: form.get('email') ?? '' };
    reply.header('cache-control', 'no-store');
    try {
      await this.ask(asked, { ...values, language: lang }, request);
    } catch (error) {
      if (!(error instanceof DomainError) || error.status >= 500) throw error;
      await this.giveBack({ error, values, pathname, lang }, request, reply);
      return;
    }
    reply.redirect(`${pathname}?enviado=si`, 303);
  }

  private async ask({ operation, more }: Asked, written: Written, request: EdgeRequest): Promise<void> {
    const network = await this.networks.get(request.params.network ?? '');
    const principal = await this.callers.principalOf(request, { networkId: network.id, access: operation.access, kind: 'write' });
    const body = JSON.stringify({ ...written, ...more });
    const [fallback] = network.languages;
    await this.operations.send(operation, { principal, body, lang: written.language, fallback, timeout: this.patience.left() });
  }

  /** The form again, with what was written and what is wrong with it. */
  private async giveBack({ error, values, pathname, lang }: Refused, request: EdgeRequest, reply: EdgeReply): Promise<void> {
    const wrong = error.issues.map(({ pointer }) => pointer.slice(1));
    const posted = { status: error.status, values, wrong, ...describe(error.code, lang, error.params) };
    const { status, headers, body } = await this.portal.form(pathname, request.params.network ?? '', posted);
    reply.status(status).headers(headers).header('cache-control', 'no-store').send(body);
  }
}

interface Asked {
  readonly operation: typeof sendInquiry | typeof writeMessage;
  /** What the address of the form says. */
  readonly more: Readonly<Record<string, string | undefined>>;
}

interface Written {
  readonly text: string;
  readonly email: string;
  readonly language: PortalLanguage;
}

interface Refused {
  readonly error: DomainError;
  readonly values: Readonly<Record<string, string>>;
  readonly pathname: string;
  readonly lang: PortalLanguage;
}
