import { FastifyAdapter } from '@nestjs/platform-fastify';
import { correlation } from '@alianza/platform/run/log';
import type { Log } from '@alianza/platform/run/service-definition';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { GatewayConfig } from '../config.js';
import { refuse } from '../problems/refuse.js';
import { correlationOf } from './correlation.js';
import type { EdgeRequest } from './edge-request.js';
import { proxiedPrefixes } from './proxies.js';
import { securityHeaders } from './security-headers.js';

/** Milliseconds in which a whole request must have arrived, an upload included. */
const patience = 120_000;
/** Signed tickets are the longest segments of an address. */
const longestParameter = 2000;

/** Fastify below Nest: ids, headers on every answer, bodies, and a line in the log for every request. */
export function httpServer(config: GatewayConfig, log: Log): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: config.MAX_BODY,
    requestTimeout: patience,
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
  fastify.addHook('preHandler', (request, _reply, next) => correlation.run(request.id, next));
  fastify.addHook('onResponse', (request, reply, done) => {
    log.info(lineFor(request, reply), 'request');
    done();
  });
  return adapter;
}

/** What is no HTTP at all gets the shortest answer there is. */
function answerNonsense(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
  else socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
}

/** JSON stays text until its operation is known; files stay streams. Nothing else is read. */
function takeBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
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
