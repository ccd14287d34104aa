import { expect, it } from '@jest/globals';
import { Workbooks } from './workbooks.js';

it('makes a workbook once for each state, one at a time, and again after a failure', async () => {
  const workbooks = new Workbooks();
  const [made, meanwhile]: [string[], number[]] = [[], []];
  let busy = 0;
  const make = (what: string) => async () => {
    meanwhile.push(++busy);
    await Promise.resolve();
    busy--;
    made.push(what);
    if (what === 'fails') throw new Error('the database is away');
    return Buffer.from(what);
  };
  await expect(workbooks.get('a', '1', make('fails'))).rejects.toThrow('away');
  const asked = [workbooks.get('a', '1', make('a1')), workbooks.get('a', '1', make('never')), workbooks.get('b', null, make('b'))];
  expect((await Promise.all(asked)).map(String)).toEqual(['a1', 'a1', 'b']);
  await workbooks.get('a', '2', make('a2'));
  await workbooks.get('b', null, make('b again'));
  for (let n = 0; n < 10; n++) await workbooks.get(`other ${n}`, '1', make('other'));
  await workbooks.get('a', '2', make('a2 again')); // ten others came since
  expect(made.filter((what) => what !== 'other')).toEqual(['fails', 'a1', 'b', 'a2', 'b again', 'a2 again']);
  expect(Math.max(...meanwhile)).toBe(1);
});
