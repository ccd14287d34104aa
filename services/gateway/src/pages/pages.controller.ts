import { Controller, Get, Req, Res, UseGuards } from '@nestjs/common';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { reservedSegments } from '@alianza/contracts/membership/networks';
import { PortalLanguage } from '@alianza/contracts/shapes';
import type { EdgeReply, EdgeRequest } from '../http/edge-request.js';
import { newNonce, policyWithNonce } from '../http/security-headers.js';
import { CountedAsRead } from '../limits/counted-as-read.guard.js';
import { Portal } from './portal.js';

/** Where operators work: outside all networks. */
const operation = 'operacion';
/** First segments behind which no page can be; a language is one of its own. */
const closed: readonly string[] = reservedSegments.filter((segment) => segment !== operation && !PortalLanguage.safeParse(segment).success);

/**
 * Whether an address means what is written: with `//`, a backslash or `..` in it, whoever reads it as a URL reads another place than the one
 * that the router read. Browsers tidy addresses before they ask.
 */
function isPlain(address: string): boolean {
  const base = 'http://localhost';
  const read = URL.parse(address, base);
  return read?.origin === base && read.pathname === address.split('?')[0];
}

/** Every address that nothing else answers. */
@Controller()
@UseGuards(CountedAsRead)
export class PagesController {
  constructor(private readonly portal: Portal) {}

  @Get(['/', '/:network', '/:network/*'])
  async page(@Req() request: EdgeRequest, @Res() reply: EdgeReply): Promise<void> {
    const code = request.params.network ?? '';
    if (closed.includes(code) || !isPlain(request.url)) throw new DomainError(generalErrors['route-not-found']);
    const { status, headers, body, personal } = await this.portal.page(request.url, code, request.headers.accept);
    reply.status(status).headers({ ...headers, 'cache-control': personal ? 'no-store' : 'no-cache' });
    if (!personal) {
      reply.send(body);
      return;
    }
    const nonce = newNonce();
    reply.header('content-security-policy', policyWithNonce(nonce)).send(body.replaceAll('NONCE', nonce));
  }
}
