import httpProxy from '@fastify/http-proxy';
import type { FastifyInstance } from 'fastify';
import type { GatewayConfig } from '../config.js';

/** Addresses behind which somebody else answers. */
export const proxiedPrefixes: readonly string[] = ['/realms', '/_correo'];

/** The embedded issuer and the local mailbox, under the one origin that the browser knows. */
export function registerProxies(fastify: FastifyInstance, config: GatewayConfig): void {
  const upstreams = [
    ['/realms', config.OIDC_UPSTREAM],
    ['/_correo', config.MAILBOX_UPSTREAM],
  ] as const;
  for (const [prefix, upstream] of upstreams) if (upstream !== undefined) proxy(fastify, { prefix, upstream, origin: config.ORIGIN });
}

function proxy(fastify: FastifyInstance, { prefix, upstream, origin }: { prefix: string; upstream: string; origin: string }): void {
  const protocol = new URL(origin).protocol.slice(0, -1);
  void fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers(); // bodies pass through unread
    await scope.register(httpProxy, {
      upstream,
      prefix,
      rewritePrefix: prefix,
      replyOptions: {
        rewriteRequestHeaders: ({ headers: { host }, ip }, headers) => ({
          ...headers,
          host,
          'x-forwarded-host': host,
          'x-forwarded-proto': protocol,
          'x-forwarded-for': ip,
        }),
      },
    });
  });
}
