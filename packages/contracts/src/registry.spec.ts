import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { isInternal, services, type ServiceName } from './access.js';
import { streamOf } from './event.js';
import { defineOperation, inNetworkPath, isPublicRead, pathParams, serviceOf, subjectOf, type Operation } from './operation.js';
import { checkContracts, events, operations } from './registry.js';

const operation = (over: Partial<Operation> = {}): Operation => ({
  ...defineOperation({
    id: 'repository.things.get',
    summary: 'Read a thing',
    method: 'GET',
    path: '/{network}/things/{id}',
    access: 'public',
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({}),
    example: { input: {} },
  }),
  ...over,
});

describe('an operation', () => {
  it('asks for neither key nor version, and has no errors of its own, unless it says so', () => {
    expect(operation()).toMatchObject({ type: 'operation', once: false, edits: false, errors: [] });
  });

  it('is found by its id', () => {
    expect([subjectOf(operation()), serviceOf(operation())]).toEqual(['op.repository.things.get', 'repository']);
  });

  it.each([
    ['/{network}', true, []],
    ['/{network}/things/{id}', true, ['id']],
    ['/{network}/things/{id}/parts/{partId}', true, ['id', 'partId']],
    ['/networks', false, []],
    ['/{networks}/x', false, ['networks']],
    ['/{networks}', false, ['networks']],
  ] as const)('of the path %s belongs to a network: %s, with %j', (path, belongs, params) => {
    expect(inNetworkPath({ path })).toBe(belongs);
    expect(pathParams(path)).toEqual(params);
  });

  it('is a public read where anyone reads', () => {
    expect(isPublicRead(operation())).toBe(true);
    expect([operation({ method: 'POST' }), operation({ access: 'link' }), operation({ access: 'member' })].map(isPublicRead)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('contracts', () => {
  it('hold as they are', () => {
    expect(() => checkContracts()).not.toThrow();
    expect(operations.length).toBeGreaterThan(20);
  });

  it.each<[string, Operation[], string]>([
    ['of one id', [operation(), operation({ path: '/other' })], 'two operations are declared for repository.things.get'],
    ['on one route', [operation(), operation({ id: 'repository.things.read' })], 'two operations are declared for GET /{}/things/{}'],
    [
      'on routes that differ in a name only',
      [operation(), operation({ id: 'repository.things.read', path: '/{network}/things/{slug}' })],
      'two operations',
    ],
    ['without access', [operation({ access: undefined as never })], 'repository.things.get declares no access'],
  ])('are refused %s', (_what, all, said) => {
    expect(() => checkContracts(all)).toThrow(said);
  });

  it('may use one path for several methods', () => {
    expect(() => checkContracts([operation(), operation({ id: 'repository.things.edit', method: 'PUT' })])).not.toThrow();
  });
});

describe.each(operations.map((each) => [each.id, each] as const))('%s', (id, each) => {
  it('is named, placed and described as all are', () => {
    expect(services).toContain(serviceOf(each));
    expect(id).toMatch(/^[a-z]+\.[a-z-]+\.[a-z-]+$/);
    expect(each.path).toMatch(/^(\/(\{[a-zA-Z]+\}|[a-z-]+))+$/);
    expect(each.summary).toMatch(/^[A-Z][^\n]{5,119}$/);
    expect(each.summary.endsWith('.')).toBe(false);
  });

  it('takes a strict object that holds every name of its path', () => {
    expect(each.input.safeParse({ ...each.example.input, nobodyAskedForThis: 1 }).success).toBe(false);
    for (const name of pathParams(each.path)) expect(Object.keys(each.input.shape)).toContain(name);
  });

  it('is routed under a network or under a first segment that no network can take, or not at all', () => {
    const first = each.path.split('/')[1];
    expect(isInternal(each.access)).toBe(first === 'internal');
    if (isInternal(each.access)) for (const caller of each.access.internal) expect(services).toContain(caller);
  });

  it('says that it only reads where it gives nothing but a file to take', () => {
    const isTicket = each.output instanceof z.ZodObject && 'url' in each.output.shape && 'expiresAt' in each.output.shape;
    if (each.reads) expect([each.method, each.edits, each.once]).toEqual(['POST', false, false]);
    if (isTicket && each.method !== 'GET' && typeof each.access === 'object') expect(each.reads).toBe(true);
  });

  it('asks for no version where it only reads, nor for a key', () => {
    if (each.method === 'GET') expect([each.edits, each.once]).toEqual([false, false]);
  });
});

describe('events', () => {
  it.each(events.map((event) => [event.subject, event] as const))('%s are past, versioned, of a known service', (subject, event) => {
    expect(subject).toMatch(/^ev\.[a-z]+\.[a-z-]+\.[a-z-]+\.v\d+$/);
    expect(services).toContain(streamOf(event));
    for (const field of event.freeText) expect(Object.keys((event.data as z.ZodObject).shape)).toContain(field);
  });

  it('are each declared once', () => {
    expect(new Set(events.map(({ subject }) => subject)).size).toBe(events.length);
  });

  it('name no contact data', () => {
    const names = events.flatMap(({ data }) => Object.keys((data as z.ZodObject).shape));
    for (const name of names) expect(name).not.toMatch(/^(e-?mail|address|phone|secret|token)$/i);
  });

  it('come with dead letters for every service', () => {
    const ids = operations.map(({ id }) => id as string);
    for (const service of services satisfies readonly ServiceName[])
      for (const verb of ['list', 'retry']) expect(ids).toContain(`${service}.dead-letters.${verb}`);
  });
});
