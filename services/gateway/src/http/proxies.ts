import httpProxy from '@fastify/http-proxy';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { FastifyInstance } from 'fastify';
import type { Log } from '@alianza/platform/run/service-definition';
import type { GatewayConfig } from '../config.js';
import type { Admission } from '../limits/admission.js';
import { refuse } from '../problems/refuse.js';
import type { EdgeReply, EdgeRequest } from './edge-request.js';
import type { Peers } from './peers.js';

/** Addresses behind which somebody else answers. */
export const proxiedPrefixes: readonly string[] = ['/realms', '/resources', '/_correo'];

/** The issuer and the local mailbox, under the one origin that the browser knows. Of Keycloak only our realm: neither its administration nor `master`. */
export function registerProxies(fastify: FastifyInstance, edge: Edge): void {
  const { config } = edge;
  const upstreams = [
    ['/realms', config.OIDC_UPSTREAM],
    ['/realms/alianza', config.KEYCLOAK_URL],
    ['/resources', config.KEYCLOAK_URL],
    ['/_correo', config.MAILBOX_UPSTREAM],
  ] as const;
  for (const [prefix, upstream] of upstreams) if (upstream !== undefined) proxy(fastify, { prefix, upstream, edge });
}

interface Edge {
  readonly config: GatewayConfig;
  readonly log: Log;
  readonly admission: Admission;
  readonly peers: Peers;
}

/** The issuer asks its database for each page; its pages' own files are as cheap as ours. */
const counted = (prefix: string): boolean => prefix.startsWith('/realms');

function proxy(fastify: FastifyInstance, { prefix, upstream, edge }: { prefix: string; upstream: string; edge: Edge }): void {
  const { config, log, admission, peers } = edge;
  const { protocol, host } = new URL(config.ORIGIN); // never what a request says: who stands behind writes addresses with it
  const forwarded = { host, 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) };
  void fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers(); // bodies pass through unread
    await scope.register(httpProxy, {
      upstream,
      prefix,
      rewritePrefix: prefix,
      preHandler: (request, reply, done) => {
        try {
          if (!isBelow(prefix, request.url)) throw new DomainError(generalErrors['route-not-found']);
          if (counted(prefix)) admission.toPublic(request);
          done();
        } catch (error) {
          refuse({ error, request: request as EdgeRequest, reply, log });
        }
      },
      replyOptions: {
        onError: (reply) => {
          const error = new DomainError(counted(prefix) ? generalErrors['sign-in-unavailable'] : generalErrors.unavailable);
          refuse({ error, request: reply.request as EdgeRequest, reply: reply as EdgeReply, log });
        },
        // How long that connection lives is nobody else's business: ours may be about to end.
        rewriteHeaders: ({ connection: _theirs, 'keep-alive': _howLong, ...headers }) => headers,
        rewriteRequestHeaders: (request, headers) => ({ ...headers, ...forwarded, 'x-forwarded-for': peers.addressOf(request) }),
      },
    });
  });
}

/** Also as whoever takes it on will read it, dots resolved: what stands behind answers more than we lead to. */
function isBelow(prefix: string, address: string): boolean {
  const { pathname } = new URL(address, 'http://localhost');
  return pathname === prefix || pathname.startsWith(`${prefix}/`);
}
