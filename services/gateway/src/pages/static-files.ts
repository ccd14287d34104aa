import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import path from 'node:path';
import type { GatewayConfig } from '../config.js';

/** At the root of the address, with names of their own. */
const rootFiles = ['favicon.svg', 'silent-check-sso.html', 'silent-check-sso.js'] as const;

/** Workspaces and what machines talk to are nobody's search result (RFC 9309). */
const robots = (origin: string) =>
  [
    'User-agent: *',
    'Disallow: /api/',
    'Allow: /files/pictures/',
    'Allow: /files/logos/',
    'Allow: /files/marks/',
    'Disallow: /files/',
    'Disallow: /oai/',
    'Disallow: /operacion',
    'Disallow: /en/operacion',
    'Disallow: /realms/',
    ...workspaces('/*'),
    ...workspaces('/*/en'),
    '',
    `Sitemap: ${origin}/sitemap.xml`,
  ].join('\n');

function workspaces(before: string): string[] {
  return ['miembro', 'secretaria', 'buscar', 'solicitud', 'invitacion', 'consulta', 'cuenta', 'baja'].map(
    (area) => `Disallow: ${before}/${area}`,
  );
}

/** The client build: what is under `/assets` carries a digest in its name and never changes. */
export function registerStaticFiles(fastify: FastifyInstance, { ORIGIN, WEB_DIST }: GatewayConfig): void {
  const client = path.resolve(WEB_DIST, 'client');
  void fastify.register(staticFiles, {
    root: path.join(client, 'assets'),
    prefix: '/assets/',
    index: false,
    immutable: true,
    maxAge: '365d',
    dotfiles: 'ignore',
  });
  for (const file of rootFiles) {
    fastify.get(`/${file}`, (_request, reply) => reply.sendFile(file, client, { maxAge: '1h', immutable: false }));
  }
  fastify.get('/robots.txt', (_request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'max-age=3600')
      .send(`${robots(ORIGIN)}\n`),
  );
}
