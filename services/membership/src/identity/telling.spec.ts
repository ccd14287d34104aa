import { expect, it } from '@jest/globals';
import { tellWhatHolds } from './telling.js';

/** A provider that knows what it was told last. */
const provider = () => {
  const known: unknown[] = [];
  return { known, tell: (what: unknown) => Promise.resolve(known.push(what)) };
};

it('tells what holds once, where nothing is decided meanwhile', async () => {
  const { known, tell } = provider();
  expect(await tellWhatHolds(() => Promise.resolve('disabled'), tell)).toEqual(['disabled', 1]);
  expect(known).toEqual(['disabled']);
});

it('leaves what was decided last, though whoever had decided before is told late', async () => {
  const { known, tell } = provider();
  let decided = 'disabled';
  const slow = Promise.withResolvers<undefined>();
  const read = () => Promise.resolve(decided);
  const first = tellWhatHolds(read, async (what) => {
    if (what === 'disabled') await slow.promise;
    return tell(what);
  });
  decided = 'enabled';
  await tellWhatHolds(read, tell);
  slow.resolve(undefined);
  expect(await first).toEqual(['enabled', 3]);
  expect(known).toEqual(['enabled', 'disabled', 'enabled']);
});

it('tells nothing of whom nothing is known, and no more of who is gone meanwhile', async () => {
  const { known, tell } = provider();
  expect(await tellWhatHolds(() => Promise.resolve(null), tell)).toBeNull();
  const answers = ['here', null];
  expect(await tellWhatHolds(() => Promise.resolve(answers.shift() ?? null), tell)).toBeNull();
  expect(known).toEqual(['here']);
});

it('fails, to be tried again, where it changes each time, and where the provider does not answer', async () => {
  let turn = 0;
  await expect(tellWhatHolds(() => Promise.resolve(turn++), provider().tell)).rejects.toThrow('each time');
  await expect(
    tellWhatHolds(
      () => Promise.resolve('x'),
      () => Promise.reject(new Error('away')),
    ),
  ).rejects.toThrow('away');
});
