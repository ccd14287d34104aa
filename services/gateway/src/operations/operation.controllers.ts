import { Controller, Delete, Get, HttpCode, Post, Put, Req, Res, type Type } from '@nestjs/common';
import { isInternal } from '@alianza/contracts/access';
import { isPublicRead, type Operation } from '@alianza/contracts/operation';
import { operations } from '@alianza/contracts/registry';
import type { EdgeReply, EdgeRequest } from '../http/edge-request.js';
import { Admission } from '../limits/admission.js';
import { Asking } from './asking.js';

const verbs = { GET: Get, POST: Post, PUT: Put, DELETE: Delete };

/** One controller per contract: a new operation adds no file here. */
function controllerOf(operation: Operation): Type {
  const Verb = verbs[operation.method];
  const cacheControl = isPublicRead(operation) ? 'no-cache' : 'no-store';

  @Controller('api/v1')
  class OperationController {
    constructor(
      private readonly asking: Asking,
      private readonly admission: Admission,
    ) {}

    @Verb(operation.path.replaceAll(/\{(\w+)\}/g, ':$1'))
    @HttpCode(200)
    async answer(@Req() request: EdgeRequest, @Res() reply: EdgeReply): Promise<void> {
      const { body, etag } = await this.asking.answer(operation, request);
      reply.headers({ 'cache-control': cacheControl, vary: 'accept-language' });
      if (operation.method !== 'GET') reply.headers(this.admission.headersFor(request));
      if (etag !== undefined) reply.header('etag', etag);
      if (operation.method === 'GET' && etag !== undefined && isKnown(request.headers['if-none-match'], etag)) reply.status(304).send();
      else reply.header('content-type', 'application/json; charset=utf-8').send(body);
    }
  }
  return OperationController;
}

/** Whether the asker holds this version already (RFC 9110 §13.1.2, weak comparison). */
function isKnown(tags: string | undefined, etag: string): boolean {
  const held = (tags ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return held.includes(etag) || held.includes('*');
}

export const operationControllers: readonly Type[] = operations.filter(({ access }) => !isInternal(access)).map(controllerOf);
