import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { InputPipe } from './input.pipe.js';

const pipe = new InputPipe(
  z.strictObject({ name: z.string().max(5), tags: z.array(z.string()).optional(), more: z.record(z.string(), z.unknown()).optional() }),
);
const read = (text: string) => pipe.transform(Buffer.from(text));
const refusal = (...issues: object[]) => expect.objectContaining({ code: 'input-invalid', issues });

describe('input', () => {
  it('is what the contract reads from it', () => {
    expect(read('{"name":"ñandú"}')).toEqual({ name: 'ñandú' });
  });

  it.each(['', '{', 'null x', '\u0000', '{"name":"a"}}'])('is no «%s»', (text) => {
    expect(() => read(text)).toThrow(refusal({ pointer: '', reason: 'not-json' }));
  });

  it.each(['null', '3', '[]', '"a"'])('is no %s', (text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'input-invalid' }));
  });

  it('names each field at fault', () => {
    expect(() => read('{"name":"demasiado","owner":"me"}')).toThrow(
      refusal({ pointer: '/name', reason: 'too-long', params: { maximum: 5 } }, { pointer: '/owner', reason: 'unknown-field' }),
    );
  });

  it('touches no prototype, nor names one', () => {
    for (const name of ['__proto__', String.raw`\u005f_proto__`]) {
      expect(() => read(`{"name":"a","${name}":{"admin":true}}`)).toThrow(refusal({ pointer: '/__proto__', reason: 'wrong-format' }));
      expect(() => read(`{"name":"a","more":{"x":[{"${name}":{}}]}}`)).toThrow(
        refusal({ pointer: '/more/x/0/__proto__', reason: 'wrong-format' }),
      );
    }
    const value = read('{"name":"a","more":{"constructor":{"prototype":{"admin":true}}}}') as { more: object };
    expect(Object.getPrototypeOf(value.more)).toBe(Object.prototype);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it.each(['\\u0000', 'a\\u0000', '\\ud83d', '\\udc00x'])('holds no character that cannot be kept: %s', (text) => {
    expect(() => read(`{"name":"${text}"}`)).toThrow(refusal({ pointer: '/name', reason: 'wrong-format' }));
    expect(() => read(`{"name":"a","tags":["b","${text}"]}`)).toThrow(refusal({ pointer: '/tags/1', reason: 'wrong-format' }));
    expect(() => read(`{"name":"a","more":{"x":{"${text}":1}}}`)).toThrow(refusal({ pointer: '/more/x', reason: 'wrong-format' }));
  });

  it('holds whole characters of every kind', () => {
    expect(read('{"name":"\\ud83d\\ude00"}')).toEqual({ name: '😀' });
  });
});
