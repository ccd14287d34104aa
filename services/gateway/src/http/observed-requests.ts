import { operations } from '@alianza/contracts/registry';
import type { Observer } from '@alianza/platform/observe/observer';
import type { OpenSpan, Tracing } from '@alianza/platform/observe/tracing';
import { traceIdOf } from '@alianza/platform/observe/traceparent';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { refusedWith, type EdgeRequest } from './edge-request.js';

const named = new Map<string, string>(
  operations.map(({ id, method, path }) => [`${method} /api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`, id]),
);

/** By the first segment: what is asked for where it is no operation. */
const places: Readonly<Record<string, string>> = {
  '': 'page',
  ':network': 'page',
  api: 'api',
  assets: 'asset',
  files: 'file',
  realms: 'issuer',
  resources: 'issuer',
  _correo: 'mailbox',
  salud: 'health',
};

/** What a route is called where requests are counted: an operation, or a word of a closed list. Never an address. */
export function nameOfRoute(method: string, url: string): string {
  const operation = named.get(`${method} ${url}`);
  if (operation !== undefined) return operation;
  if (url === '/api/v1/:network/uploads') return 'upload';
  return places[url.split('/')[1] ?? ''] ?? 'other';
}

/** `ok`, the code of the refusal, or the class of a status that somebody behind us gave. */
function outcomeOf(request: FastifyRequest, { statusCode }: FastifyReply): string {
  if (statusCode < 400) return 'ok';
  return refusedWith(request as EdgeRequest) ?? `${Math.floor(statusCode / 100)}xx`;
}

/** Counts and times every request, bound to its route beforehand, and opens a trace for it where there are traces. Before any route is made. */
export function observeRequests(fastify: FastifyInstance, observer: Observer): void {
  if (observer.metrics.on) count(fastify, observer);
  if (observer.tracing) trace(fastify, observer.tracing);
}

type Done = (request: FastifyRequest, reply: FastifyReply, done: () => void) => void;

function count(fastify: FastifyInstance, observer: Observer): void {
  const counting = (name: string): Done => {
    const took = observer.operations.http(name);
    return (request, reply, done) => {
      took(outcomeOf(request, reply)).observe(reply.elapsedTime / 1000);
      done();
    };
  };
  fastify.addHook('onRoute', (route: RouteOptions) => {
    const method = Array.isArray(route.method) ? (route.method[0] ?? '') : route.method;
    const others = [route.onResponse ?? []].flat() as Done[];
    route.onResponse = [...others, counting(nameOfRoute(method === 'HEAD' ? 'GET' : method, route.url))];
  });
  const nowhere = counting('none');
  fastify.addHook('onResponse', (request, reply, done) => {
    if (request.is404) nowhere(request, reply, done);
    else done();
  });
}

function trace(fastify: FastifyInstance, tracing: Tracing): void {
  const open = new WeakMap<FastifyRequest, OpenSpan>();
  fastify.addHook('onRequest', (request, _reply, done) => {
    const span = enter(tracing, request);
    if (span) open.set(request, span);
    done();
  });
  fastify.addHook('preHandler', (request, _reply, next) => {
    const span = open.get(request);
    if (span) span.run(next);
    else next();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const span = open.get(request);
    span?.note({ 'http.response.status_code': reply.statusCode });
    span?.end(outcomeOf(request, reply));
    done();
  });
}

/** A trace has its request's correlation id where that can be one; else it says under which it stands in the logs. */
function enter(tracing: Tracing, { method, id, headers, routeOptions }: FastifyRequest): OpenSpan | null {
  const route = routeOptions.url ?? 'none';
  const attributes = { 'http.request.method': method, 'http.route': route };
  const shape = { name: `${method} ${route}`, hop: 'http', attributes } as const;
  const { traceparent } = headers;
  const span = tracing.enter(shape, { traceparent: typeof traceparent === 'string' ? traceparent : undefined, correlation: id });
  if (span && traceIdOf(id) !== span.traceId) span.note({ 'alianza.correlation': id });
  return span;
}
