import { describe, expect, it } from '@jest/globals';
import { makeIntents } from './intents.js';

describe('intents', () => {
  it('keeps the key of a request until it is settled', () => {
    let made = 0;
    const intents = makeIntents(() => `key-${++made}`);
    expect(intents.keyOf('a')).toBe('key-1');
    expect(intents.keyOf('b')).toBe('key-2');
    expect(intents.keyOf('a')).toBe('key-1');
    intents.settle('a');
    expect(intents.keyOf('a')).toBe('key-3');
  });
});
