import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { FastifyReply, FastifyRequest } from 'fastify';

interface Shape {
  Params: Record<string, string>;
  Querystring: Record<string, string | string[]>;
  /** Text of a JSON body, or the stream of a multipart one. */
  Body: unknown;
}

/** A request as the edge sees it; `id` is its correlation id. */
export type EdgeRequest = FastifyRequest<Shape>;
export type EdgeReply = FastifyReply;

const spoken = new WeakMap<object, PortalLanguage>();

/** Remembers in which language a request is answered, so that a problem met later speaks it too. */
export function speak(request: EdgeRequest, lang: PortalLanguage): PortalLanguage {
  spoken.set(request.raw, lang);
  return lang;
}

const refusals = new WeakMap<object, string>();

/** Remembers with which code a request was refused, for whoever counts them. */
export const noteRefusal = (request: EdgeRequest, code: string): void => void refusals.set(request.raw, code);

export const refusedWith = (request: EdgeRequest): string | undefined => refusals.get(request.raw);

export const spokenIn = (request: EdgeRequest): PortalLanguage | undefined => spoken.get(request.raw);
