import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import {
  describeSubscription,
  resumeSubscription,
  stopSubscription,
  type Subscription,
} from '@alianza/contracts/notifications/subscriptions';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { Callers } from '../callers/callers.js';
import { speak, type EdgeReply, type EdgeRequest } from '../http/edge-request.js';
import { languageOfPage } from '../language/language.js';
import { NetworkDirectory } from '../networks/network-directory.js';
import { Patience } from '../operations/patience.js';
import { Portal } from './portal.js';

const [es, en] = ['/:network/baja/:secret', '/:network/en/baja/:secret'];
const secretForm = /^[\w-]{43}$/;
/** Of a body that holds one word. */
const longest = 4096;

type Act = typeof describeSubscription | typeof stopSubscription | typeof resumeSubscription;
const gone = { kind: '', state: 'gone' } as const;
/** What the buttons of the page say. */
const acts: Readonly<Partial<Record<string, Act>>> = { baja: stopSubscription, volver: resumeSubscription };

/**
 * Where a link at the foot of a mail leads: nobody signs in, no script runs, and opening it changes nothing, since mail scanners open every link.
 * Mail programs end such mails by one POST (RFC 8058), whoever reads the page by its button. Links that were never made are all alike.
 */
@Controller()
export class SubscriptionsController {
  constructor(
    private readonly portal: Portal,
    private readonly networks: NetworkDirectory,
    private readonly callers: Callers,
    private readonly operations: OperationsClient,
    private readonly patience: Patience,
  ) {}

  @Get([es, en])
  async page(@Req() request: EdgeRequest, @Res() reply: EdgeReply): Promise<void> {
    await this.show(describeSubscription, request, reply);
  }

  @Post([es, en])
  async act(@Req() request: EdgeRequest, @Res() reply: EdgeReply): Promise<void> {
    const form = await formOf(request.body);
    if (form.get('List-Unsubscribe') === 'One-Click') return this.show(stopSubscription, request, reply);
    const operation = acts[form.get('que') ?? ''];
    if (!operation) throw new DomainError(generalErrors['input-invalid'], {}, [{ pointer: '/que', reason: 'not-offered' }]);
    await this.ask(operation, request).catch(unlessGone);
    reply.header('cache-control', 'no-store').redirect(request.url.split('?')[0] ?? '/', 303);
  }

  /** The page says how it stands now. The secret is in its address and nowhere in it. */
  private async show(operation: Act, request: EdgeRequest, reply: EdgeReply): Promise<void> {
    const found = await this.ask(operation, request).catch(unlessGone);
    const values = found === null ? gone : { kind: found.kind, state: found.subscribed ? 'subscribed' : 'stopped' };
    const posted = { status: found === null ? 404 : 200, values, wrong: [], title: '', detail: '' };
    const { network = '' } = request.params;
    const pathname = (request.url.split('?')[0] ?? '').replace(/\/[^/]*$/, '');
    const { status, headers, body } = await this.portal.form(pathname, network, posted);
    reply.status(status).headers(headers).header('cache-control', 'no-store').header('x-robots-tag', 'noindex').send(body);
  }

  /** Counted as what anybody may read: mail programs of a whole provider come from one address, and nobody guesses 256 bits. */
  private async ask(operation: Act, request: EdgeRequest): Promise<Subscription> {
    const lang = speak(request, languageOfPage(request.url));
    const { network: code = '', secret = '' } = request.params;
    const network = await this.networks.get(code);
    const principal = await this.callers.principalOf(request, { networkId: network.id, access: 'link', kind: 'read' });
    if (!secretForm.test(secret)) throw new DomainError(generalErrors['link-not-valid']);
    const [fallback] = network.languages;
    const asking = { principal, body: JSON.stringify({ secret }), lang, fallback, timeout: this.patience.left() };
    return JSON.parse((await this.operations.send(operation, asking)).body) as Subscription;
  }
}

function unlessGone(error: unknown): null {
  if (error instanceof DomainError && error.code === generalErrors['link-not-valid'].code) return null;
  throw error;
}

/** Both ways in which RFC 8058 lets a mail program send its word. */
async function formOf(body: unknown): Promise<URLSearchParams> {
  if (typeof body === 'string') return new URLSearchParams(body.slice(0, longest));
  const text = await beginningOf(body);
  const isOneClick = text.includes('name="List-Unsubscribe"') && text.includes('One-Click');
  return new URLSearchParams(isOneClick ? { 'List-Unsubscribe': 'One-Click' } : {});
}

async function beginningOf(body: unknown): Promise<string> {
  if (typeof body !== 'object' || body === null || !(Symbol.asyncIterator in body)) return '';
  let text = '';
  for await (const chunk of body as AsyncIterable<Buffer>) if (text.length < longest) text += chunk.toString('latin1');
  return text.slice(0, longest);
}
