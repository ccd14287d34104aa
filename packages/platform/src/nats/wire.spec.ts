import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@alianza/contracts/errors';
import type { Operation } from '@alianza/contracts/operation';
import type { Msg } from '@nats-io/transport-node';
import { z } from 'zod';
import { Answer, answerOf, readWire, wireOf, withHeaders } from './wire.js';

const operation = (output: z.ZodType) => ({ output }) as Operation;
const sent = (answer: Answer | DomainError) => {
  const { body, headers } = wireOf(answer);
  return { string: () => body, json: () => JSON.parse(body) as unknown, headers } as unknown as Msg;
};

describe('an answer', () => {
  it('is what the contract names and nothing more', () => {
    const output = z.object({ id: z.string(), version: z.int() });
    const answer = answerOf(operation(output), { id: 'a', version: 3, secret: 's' });
    expect(answer).toEqual(new Answer('{"id":"a","version":3}', '"3"'));
  });

  it('has no tag where it has no version', () => {
    expect(answerOf(operation(z.strictObject({})), {})).toEqual(new Answer('{}', undefined));
    expect(answerOf(operation(z.object({ version: z.string() })), { version: '3' }).etag).toBeUndefined();
  });

  it('fails rather than say what the contract does not', () => {
    expect(() => answerOf(operation(z.strictObject({})), { id: 'a' })).toThrow(z.ZodError);
    expect(() => answerOf(operation(z.strictObject({})), undefined)).toThrow(z.ZodError);
  });

  it('crosses byte for byte', () => {
    for (const answer of [new Answer('{"a":"ñ"}'), new Answer('{}', '"12"')]) expect(readWire(sent(answer))).toEqual(answer);
  });
});

describe('a refusal', () => {
  it('keeps code, kind, params and places', () => {
    const issues = [{ pointer: '/a/0', reason: 'too-long', params: { maximum: 3 } }];
    const refusal = new DomainError({ code: 'practice-not-editable', kind: 'conflict' }, { slug: 'a\r\nb' }, issues);
    const caught = () => readWire(sent(refusal));
    expect(caught).toThrow(DomainError);
    expect(caught).toThrow(expect.objectContaining({ code: 'practice-not-editable', status: 409, params: { slug: 'a\r\nb' }, issues }));
  });
});

describe('headers', () => {
  it('carry what there is', () => {
    const head = withHeaders({ a: '1', b: null, c: undefined, d: '' });
    expect([head.get('a'), head.has('b'), head.has('c'), head.has('d')]).toEqual(['1', false, false, true]);
  });

  it('take no second line', () => {
    expect(() => withHeaders({ a: 'x\r\nprincipal: y' })).toThrow();
  });
});
