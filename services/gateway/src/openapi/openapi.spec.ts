import { describe, expect, it } from '@jest/globals';
import { isInternal } from '@alianza/contracts/access';
import { operations } from '@alianza/contracts/registry';
import { openApi } from './openapi.js';

interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  required: boolean;
  schema: Record<string, unknown>;
}
interface Described {
  operationId: string;
  parameters: Parameter[];
  requestBody?: { content: Record<string, { schema: { required: string[]; properties: Record<string, unknown> } }> };
  responses: Record<string, { description: string; headers?: object }>;
  security: object[];
}

const api = openApi(operations, { origin: 'https://alianza.example.org', issuer: 'https://id.example.org/realms/alianza' }) as {
  openapi: string;
  paths: Record<string, Record<string, Described>>;
  components: { parameters: Record<string, Parameter> };
};
const all = Object.entries(api.paths).flatMap(([path, methods]) => Object.values(methods).map((described) => ({ path, described })));
const resolved = ({ parameters }: Described) =>
  parameters.map((one) => (one.$ref ? api.components.parameters[one.$ref.split('/').at(-1) ?? '']! : one));
const named = (id: string) => all.find(({ described }) => described.operationId === id)!.described;

function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = '$ref' in value && typeof value.$ref === 'string' ? [value.$ref] : [];
  return [...own, ...Object.values(value).flatMap(refsIn)];
}

describe('the OpenAPI document', () => {
  it('holds every operation that is routed, once, and none that is internal', () => {
    const routed = operations.filter(({ access }) => !isInternal(access)).map(({ id }) => id);
    expect(all.map(({ described }) => described.operationId).sort()).toEqual([...routed, 'gateway.uploads.stage'].sort());
    expect(api.openapi).toBe('3.1.0');
  });

  it('declares every parameter of a path, and each name of a place once', () => {
    for (const { path, described } of all) {
      const parameters = resolved(described);
      const inPath = parameters.filter((one) => one.in === 'path');
      expect({ path, names: inPath.map(({ name }) => `{${name}}`).sort() }).toEqual({ path, names: (path.match(/\{\w+\}/g) ?? []).sort() });
      expect(inPath.every(({ required }) => required)).toBe(true);
      const places = parameters.map((one) => `${one.in} ${one.name}`);
      expect(new Set(places).size).toBe(places.length);
    }
  });

  it('refers to nothing that is not there, and describes every response', () => {
    for (const ref of refsIn(api)) {
      const found = ref
        .replace('#/', '')
        .split('/')
        .reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], api);
      expect({ ref, found }).toEqual({ ref, found: expect.any(Object) });
    }
    for (const { described } of all) for (const { description } of Object.values(described.responses)) expect(description).not.toBe('');
    expect(JSON.stringify(api)).not.toContain('"$schema"');
  });

  it('says of each operation what its contract says', () => {
    const publish = named('repository.reviews.publish');
    expect(publish.responses['409']?.description).toContain('practice-not-in-review');
    expect(publish.responses['200']?.headers).toHaveProperty('ETag');
    expect(
      resolved(publish)
        .filter(({ in: place, required }) => place === 'header' && required)
        .map(({ name }) => name),
    ).toEqual(['Idempotency-Key', 'If-Match']);
    expect(publish.security).toEqual([{ person: [] }]);
    expect(publish.requestBody).toBeUndefined();
    const search = named('repository.practices.search');
    expect(search.security).toEqual([]);
    expect(resolved(search).find(({ name }) => name === 'country')).toMatchObject({
      in: 'query',
      required: false,
      schema: { type: 'array' },
    });
    expect(resolved(search).find(({ name }) => name === 'limit')).toMatchObject({ schema: { type: 'integer', maximum: 100 } });
    const apply = named('membership.applications.apply').requestBody?.content['application/json']?.schema;
    expect(apply?.required).toEqual(expect.arrayContaining(['organization', 'email', 'language']));
    expect(apply?.required).not.toContain('letterText');
    expect(Object.keys(named('repository.practices.edit').requestBody?.content['application/json']?.schema.properties ?? {})).toEqual([
      'content',
    ]);
  });
});
