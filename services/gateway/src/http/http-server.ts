import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { Observer } from '@alianza/platform/observe/observer';
import { correlation } from '@alianza/platform/run/log';
import type { Log } from '@alianza/platform/run/service-definition';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { GatewayConfig } from '../config.js';
import { refuse } from '../problems/refuse.js';
import { correlationOf } from './correlation.js';
import type { EdgeRequest } from './edge-request.js';
import { refuseExcess } from './excess.js';
import { observeRequests } from './observed-requests.js';
import { proxiedPrefixes } from './proxies.js';
import { requestLines } from './request-lines.js';
import { securityHeaders } from './security-headers.js';

/** Milliseconds in which a whole request must have arrived, an upload included. */
const patience = 120_000;
/** Milliseconds in which the head of a request must have arrived, and how often that is looked at. */
const headPatience = { headersTimeout: 10_000, connectionsCheckingInterval: 2000 };
/** Milliseconds that a connection is kept for the next request: longer than a proxy keeps its own (a minute), so that it is the proxy who ends it. */
const kept = 75_000;
/** Signed tickets are the longest segments of an address. */
const longestParameter = 3000;

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
  const write = requestLines(log);
  fastify.addHook('onResponse', ({ id, method, routeOptions }, { statusCode, elapsedTime }, done) => {
    write({ method, route: routeOptions.url ?? 'none', status: statusCode })(elapsedTime, id);
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

/** Where public pages send a form when there is no script: never to an operation's own address. */
const isForm = (url: string) =>
  /^\/[a-z0-9-]+(?:\/en)?\/(?:contacto|baja\/[\w-]{43}|practicas\/[a-z0-9-]+\/(?:preguntar|avisar))$/.test(url);

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
