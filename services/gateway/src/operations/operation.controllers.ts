import { Controller, Delete, Get, HttpCode, Post, Put, Req, Res, type Type } from '@nestjs/common';
import { isInternal } from '@alianza/contracts/access';
import { isPublicRead, type Operation } from '@alianza/contracts/operation';
import { operations } from '@alianza/contracts/registry';
import { holds } from '../http/conditional.js';
import type { EdgeReply, EdgeRequest } from '../http/edge-request.js';
import { Admission } from '../limits/admission.js';
import { Asking } from './asking.js';

const verbs = { GET: Get, POST: Post, PUT: Put, DELETE: Delete };

/** Data needs nothing of a page: whoever opens it in a browser's tab runs and loads nothing. */
const json = {
  'content-type': 'application/json; charset=utf-8',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  vary: 'accept-language',
};

/** Of what anybody may read, besides those of every answer. */
export const publicHeaders = { ...json, 'cache-control': 'no-cache' };

/** Below `/api/v1`, as the router writes it. */
export const routeOf = ({ path }: Pick<Operation, 'path'>): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

/** One controller per contract: a new operation adds no file here. */
function controllerOf(operation: Operation): Type {
  const Verb = verbs[operation.method];
  const headers = isPublicRead(operation) ? publicHeaders : { ...json, 'cache-control': 'no-store' };

  @Controller('api/v1')
  class OperationController {
    constructor(
      private readonly asking: Asking,
      private readonly admission: Admission,
    ) {}

    @Verb(routeOf(operation))
    @HttpCode(200)
    async answer(@Req() request: EdgeRequest, @Res() reply: EdgeReply): Promise<void> {
      const { body, etag } = await this.asking.answer(operation, request);
      reply.headers(headers);
      if (operation.method !== 'GET') reply.headers(this.admission.headersFor(request));
      if (etag !== undefined) reply.header('etag', etag);
      if (operation.method === 'GET' && etag !== undefined && holds(request, etag)) reply.status(304).removeHeader('content-type').send();
      else reply.send(body);
    }
  }
  return OperationController;
}

export const operationControllers: readonly Type[] = operations.filter(({ access }) => !isInternal(access)).map(controllerOf);
