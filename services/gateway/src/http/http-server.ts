import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { Observer } from '@alianza/platform/observe/observer';
import { correlation, plainLines } from '@alianza/platform/run/log';
import type { Log } from '@alianza/platform/run/service-definition';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { GatewayConfig } from '../config.js';
import { refuse } from '../problems/refuse.js';
import { correlationOf } from './correlation.js';
import type { EdgeRequest } from './edge-request.js';
import { observeRequests } from './observed-requests.js';
import { proxiedPrefixes } from './proxies.js';
import { securityHeaders } from './security-headers.js';

/** Milliseconds in which a whole request must have arrived, an upload included. */
const patience = 120_000;
/** Milliseconds in which the head of a request must have arrived, and how often that is looked at. */
const headPatience = { headersTimeout: 10_000, connectionsCheckingInterval: 2000 };
/** Milliseconds that a connection is kept for the next request: longer than a proxy keeps its own (a minute), so that it is the proxy who ends it. */
const kept = 75_000;
/** Signed tickets are the longest segments of an address. */
const longestParameter = 2000;
const [longestAddress, mostHeaders] = [8000, 100];

/** Fastify below Nest: ids, headers on every answer, bodies, and a line in the log for every request. */
export function httpServer(config: GatewayConfig, log: Log, observer: Observer): FastifyAdapter {
  const adapter = new FastifyAdapter({
    skipMiddie: true, // there is no middleware of Nest's, and looking for it would cost every request
    bodyLimit: config.MAX_BODY,
    requestTimeout: patience,
    keepAliveTimeout: kept,
    http: { ...headPatience, maxHeaderSize: 16_384 },
    return503OnClosing: false, // who stands in line at the end is still answered
    genReqId: ({ headers }: IncomingMessage) => correlationOf(headers),
    routerOptions: { maxParamLength: longestParameter },
    clientErrorHandler: answerNonsense,
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      reply.headers(securityHeaders(config.ORIGIN).own);
      refuse({ error, request: request as EdgeRequest, reply, log });
    },
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  takeBodies(fastify);
  sendHeaders(fastify, config);
  refuseExcess(fastify);
  fastify.addHook('preHandler', (request, _reply, next) => correlation.run(request.id, next));
  observeRequests(fastify, observer);
  const lines = plainLines(log);
  fastify.addHook('onResponse', (request, reply, done) => {
    lines.info(lineFor(request, reply), 'request');
    done();
  });
  return adapter;
}

const nonsense: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** What is no HTTP at all, or never becomes a request, gets the shortest answer there is. */
function answerNonsense(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
  else socket.end(`HTTP/1.1 ${nonsense[error.code ?? ''] ?? '400 Bad Request'}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
}

/** Node would leave out headers beyond its number in silence, and with them what a proxy added last. */
function refuseExcess(fastify: FastifyInstance): void {
  fastify.server.maxHeadersCount = 0;
  fastify.addHook('onRequest', ({ raw }, _reply, done) => {
    if ((raw.url?.length ?? 0) > longestAddress) done(new DomainError(generalErrors['address-too-long']));
    else if (raw.rawHeaders.length > 2 * mostHeaders) done(new DomainError(generalErrors['headers-too-many']));
    else done();
  });
}

/** Where public pages send a form when there is no script: never to an operation's own address. */
const isForm = (url: string) => /^\/[a-z0-9-]+(?:\/en)?\/practicas\/[a-z0-9-]+\/(?:preguntar|avisar)$/.test(url);

/** JSON stays text until its operation is known; files stay streams; harvesters and public pages send forms. Nothing else is read. */
function takeBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  fastify.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (request, body, done) => {
    if (request.url.startsWith('/oai/') || isForm(request.url)) done(null, body);
    else done(new DomainError(generalErrors['input-invalid'], {}, [{ pointer: '', reason: 'wrong-content-type' }]));
  });
  fastify.addContentTypeParser('multipart/form-data', (_request, stream, done) => done(null, stream));
}

function sendHeaders(fastify: FastifyInstance, { ORIGIN }: GatewayConfig): void {
  const { always, own } = securityHeaders(ORIGIN);
  fastify.addHook('onRequest', (request, reply, done) => {
    const proxied = proxiedPrefixes.some((prefix) => request.url === prefix || request.url.startsWith(`${prefix}/`));
    reply.headers(proxied ? always : own).header('x-correlation-id', request.id);
    done();
  });
}

/** The pattern of the route and never the address: addresses carry words, names and tickets. */
const lineFor = (request: FastifyRequest, reply: FastifyReply) => ({
  method: request.method,
  route: request.routeOptions.url ?? 'none',
  status: reply.statusCode,
  ms: Math.round(reply.elapsedTime * 10) / 10,
  correlation: request.id,
});
