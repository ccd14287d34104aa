import { DomainError, generalErrors, type Issue } from '@alianza/contracts/errors';
import { pathParams, type Operation } from '@alianza/contracts/operation';
import type { EdgeRequest } from '../http/edge-request.js';

type Fields = Readonly<Record<string, unknown>>;

const invalid = (...issues: Issue[]) => new DomainError(generalErrors['input-invalid'], {}, issues);

/** Levels that no contract comes near. What is nested deeper by the thousand could be neither written again nor gone through. */
const deepest = 32;

function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true;
    level = level.flatMap((one): unknown[] => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}

/** JSON text → the object it says; no body at all is an empty one. */
function parse(body: unknown): Fields {
  if (body === undefined || body === null || body === '') return {};
  if (typeof body !== 'string') throw invalid({ pointer: '', reason: 'wrong-content-type' });
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw invalid({ pointer: '', reason: 'not-json' });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalid({ pointer: '', reason: 'wrong-type', params: { expected: 'object' } });
  if (isTooDeep(value)) throw invalid({ pointer: '', reason: 'malformed' });
  return value as Fields;
}

/** Path, and query or body, as the one input of the contract. What it means is judged where it is served. */
export function gather(
  operation: Operation,
  { params, query, body }: Pick<EdgeRequest, 'params' | 'query' | 'body'>,
): Record<string, unknown> {
  const inPath = pathParams(operation.path);
  const { lang: _language, ...asked } = query;
  const rest = operation.method === 'GET' ? asked : parse(body);
  const twice = inPath.filter((name) => Object.hasOwn(rest, name));
  if (twice.length > 0) throw invalid(...twice.map((name) => ({ pointer: `/${name}`, reason: 'stands-in-path' })));
  return { ...rest, ...Object.fromEntries(inPath.map((name) => [name, params[name]])) };
}
