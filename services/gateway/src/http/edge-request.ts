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

export const spokenIn = (request: EdgeRequest): PortalLanguage | undefined => spoken.get(request.raw);
