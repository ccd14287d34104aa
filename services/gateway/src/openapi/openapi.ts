import { isInternal } from '@alianza/contracts/access';
import { uploadPurposeNames } from '@alianza/contracts/gateway/uploads';
import type { Operation } from '@alianza/contracts/operation';
import { operationObject } from './operation-object.js';

const string = { type: 'string' };
const header = (name: string, description: string, over: object = {}) => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: string,
  ...over,
});
const keyed = { maxLength: 200, pattern: '^[\\x21-\\x7e]+$', ...string };
const once = 'The same key again gives the first answer again, for 24 hours';

const parameters = {
  Network: { name: 'network', in: 'path', required: true, description: 'Code of the network', schema: { ...string, maxLength: 20 } },
  Lang: { name: 'lang', in: 'query', required: false, description: 'Language of the answer', schema: { ...string, enum: ['es', 'en'] } },
  AcceptLanguage: header('Accept-Language', 'Language of the answer, after `lang` and the preference of the person signed in'),
  ActingFor: header('Alianza-Acting-For', 'Id of the organisation spoken for, by a person of several', {
    schema: { ...string, format: 'uuid' },
  }),
  IfMatch: header('If-Match', 'ETag of the version that was read', { required: true }),
  IdempotencyKey: header('Idempotency-Key', once, { schema: keyed }),
  RequiredIdempotencyKey: header('Idempotency-Key', once, { required: true, schema: keyed }),
};

const issue = {
  type: 'object',
  required: ['pointer', 'reason', 'detail'],
  properties: {
    pointer: { ...string, description: 'JSON pointer into the input' },
    reason: string,
    params: { type: 'object' },
    detail: string,
  },
};

const schemas = {
  Problem: {
    type: 'object',
    description: 'RFC 9457',
    required: ['type', 'title', 'status', 'detail', 'code', 'params', 'errors', 'traceId'],
    properties: {
      type: { ...string, description: '/api/problems/{code}, a page that explains it' },
      title: string,
      status: { type: 'integer' },
      detail: string,
      code: string,
      params: { type: 'object' },
      errors: { type: 'array', items: issue },
      traceId: string,
    },
  },
};

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** The one route that takes bytes; what it gives is attached to a command. */
const uploads = {
  post: {
    operationId: 'gateway.uploads.stage',
    summary: 'Stage a file for 24 hours',
    tags: ['gateway'],
    security: [],
    parameters: [
      { $ref: '#/components/parameters/Network' },
      { name: 'purpose', in: 'query', required: true, schema: { ...string, enum: uploadPurposeNames } },
      { $ref: '#/components/parameters/AcceptLanguage' },
    ],
    requestBody: {
      required: true,
      content: {
        'multipart/form-data': { schema: { type: 'object', required: ['file'], properties: { file: { ...string, format: 'binary' } } } },
      },
    },
    responses: {
      201: {
        description: 'Staged',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['uploadId', 'name', 'size'],
              properties: { uploadId: { ...string, format: 'uuid' }, name: string, size: { type: 'integer' } },
            },
          },
        },
      },
      400: problem('input-invalid'),
      404: problem('network-not-found'),
      413: problem('body-too-large'),
      422: problem('picture-too-large, picture-not-readable or archive-too-large'),
      503: problem('unavailable'),
      507: problem('storage-full'),
    },
  },
};

/** The description of everything that goes over HTTP, derived from the contracts. */
export function openApi(operations: readonly Operation[], { origin, issuer }: { origin: string; issuer: string }): object {
  const paths: Record<string, object> = { '/api/v1/{network}/uploads': uploads };
  for (const operation of operations.filter(({ access }) => !isInternal(access))) {
    const path = `/api/v1${operation.path}`;
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: operationObject(operation) };
  }
  const person = { type: 'openIdConnect', openIdConnectUrl: `${issuer}/.well-known/openid-configuration` };
  return {
    openapi: '3.1.0',
    info: { title: 'Alianza', version: '1', summary: 'Networks that look after what they agree' },
    servers: [{ url: origin }],
    paths: Object.fromEntries(Object.entries(paths).sort(([one], [other]) => (one < other ? -1 : 1))),
    components: { parameters, schemas, securitySchemes: { person } },
  };
}
