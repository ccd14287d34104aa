import { statusOf, generalErrors, type ErrorType } from '@alianza/contracts/errors';
import { inNetworkPath, isWriting, pathParams, serviceOf, type Operation } from '@alianza/contracts/operation';
import { inputOf, onlyOf, outputOf, type Schema } from './shapes.js';

const parameter = (name: string) => ({ $ref: `#/components/parameters/${name}` });
const json = (schema: Schema) => ({ 'application/json': { schema } });

const isOpen = ({ access }: Operation): boolean => access === 'public' || access === 'link';

/** Everything that an operation may refuse with, whoever says it: the edge, the platform or its service. */
function refusalsOf(operation: Operation): readonly ErrorType[] {
  const { method, once, edits, recent, access, errors } = operation;
  const any = ['input-invalid', 'unavailable', 'internal'] as const;
  return [
    ...any.map((code) => generalErrors[code]),
    ...(inNetworkPath(operation) ? [generalErrors['network-not-found']] : []),
    ...(isOpen(operation) ? [] : [generalErrors.unauthenticated, generalErrors['second-factor-required'], generalErrors.forbidden]),
    ...(access === 'link' ? [generalErrors['link-not-valid']] : []),
    ...(isWriting(operation) && typeof access === 'object' ? [generalErrors['organization-suspended']] : []),
    ...(method !== 'GET' && typeof access === 'object' ? [generalErrors['acting-for-required']] : []),
    ...(method === 'GET' ? [] : [generalErrors['body-too-large'], generalErrors['idempotency-key-reused'], generalErrors['storage-full']]),
    ...(recent ? [generalErrors['sign-in-too-old']] : []),
    ...(once ? [generalErrors['idempotency-key-required']] : []),
    ...(edits ? [generalErrors['version-required'], generalErrors['version-stale']] : []),
    ...errors,
  ];
}

function refusals(operation: Operation): Record<string, object> {
  const byStatus = Map.groupBy(refusalsOf(operation), ({ kind }) => statusOf[kind]);
  const entries = [...byStatus].map(([status, types]): [string, object] => {
    const codes = [...new Set(types.map(({ code }) => code))].sort();
    return [
      String(status),
      { description: codes.join(', '), content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    ];
  });
  return Object.fromEntries(entries);
}

function success({ output }: Operation): object {
  const schema = outputOf(output);
  const versioned = Object.hasOwn(schema.properties ?? {}, 'version');
  const etag = { description: 'Version of what is answered, for If-Match and If-None-Match', schema: { type: 'string' } };
  return { description: 'Done', ...(versioned ? { headers: { ETag: etag } } : {}), content: json(schema) };
}

function headersFor(operation: Operation): object[] {
  const { method, once, edits } = operation;
  const key = once ? 'RequiredIdempotencyKey' : 'IdempotencyKey';
  return [
    ...(method === 'POST' ? [parameter(key)] : []),
    ...(edits ? [parameter('IfMatch')] : []),
    ...(isOpen(operation) ? [] : [parameter('ActingFor')]),
    parameter('Lang'),
    parameter('AcceptLanguage'),
  ];
}

/** One operation of OpenAPI 3.1, whose schema dialect is the one zod writes. */
export function operationObject(operation: Operation): object {
  const { id, summary, method, path } = operation;
  const input = inputOf(operation.input);
  const inPath = pathParams(path);
  const others = Object.keys(input.properties).filter((name) => !inPath.includes(name));
  const described = (place: 'path' | 'query') => (name: string) => ({
    name,
    in: place,
    required: place === 'path' || input.required.includes(name),
    schema: input.properties[name],
  });
  const network = inNetworkPath(operation) ? [parameter('Network')] : [];
  const query = method === 'GET' ? others.map(described('query')) : [];
  const body = onlyOf(input, others);
  return {
    operationId: id,
    summary,
    tags: [serviceOf(operation)],
    security: isOpen(operation) ? [] : [{ person: [] }],
    parameters: [...network, ...inPath.map(described('path')), ...query, ...headersFor(operation)],
    ...(method !== 'GET' && others.length > 0 ? { requestBody: { required: true, content: json(body) } } : {}),
    responses: { 200: success(operation), ...refusals(operation) },
  };
}
