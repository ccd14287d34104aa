import { beforeEach, expect, it, jest } from '@jest/globals';
import { searchPractices } from '@alianza/contracts/repository/search';
import type { OperationsClient } from '@alianza/platform/nats/operations.client';
import { Answer } from '@alianza/platform/nats/wire';
import type { NetworkEntry } from '../networks/network-directory.js';
import type { Patience } from './patience.js';
import { gatewayConfig } from '../config.js';
import { PublicAnswers, type PublicQuestion } from './public-answers.js';

let sent: string[];
const client = {
  send: (
    _operation: unknown,
    { body, lang, fallback, principal }: Record<'body' | 'lang' | 'fallback', string> & { principal: { networkId: string } },
  ) => {
    sent.push([principal.networkId, lang, fallback, body].join(' '));
    return Promise.resolve(new Answer(String(sent.length)));
  },
} as unknown as OperationsClient;
const answersKept = (milliseconds: number) =>
  new PublicAnswers({ KEEP_PUBLIC_MS: milliseconds }, client, { left: () => 1000 } as unknown as Patience);
const networkNamed = (id: string): NetworkEntry => ({ id, code: id, languages: ['en', 'es'], zone: 'UTC' });
const question = (over: Partial<PublicQuestion> = {}): PublicQuestion => ({
  operation: searchPractices,
  network: networkNamed('a'),
  lang: 'es',
  input: { q: 'x', sort: 'title' },
  ...over,
});

beforeEach(() => {
  sent = [];
});

it('asks once for the same network, language and input, in whatever order its names stand', async () => {
  const answers = answersKept(1000);
  const asked = [
    question(),
    question({ input: { sort: 'title', q: 'x' } }),
    question({ network: networkNamed('b') }),
    question({ lang: 'en' }),
    question({ input: { q: 'y' } }),
  ];
  const given = await Promise.all(asked.map((each) => answers.ask(each)));
  expect(given.map(({ body }) => body)).toEqual(['1', '1', '2', '3', '4']);
  expect(sent[0]).toBe('a es en {"q":"x","sort":"title"}');
});

it('keeps no refusal, and nothing at all where it is told so', async () => {
  const answers = answersKept(1000);
  await expect(answers.keep('page', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect(await answers.keep('page', () => Promise.resolve('here'))).toBe('here');
  const forgetful = answersKept(0);
  await forgetful.ask(question());
  await forgetful.ask(question());
  expect(sent).toHaveLength(2);
});

it('forgets a page together with the answers it was made of, after a second where nothing else is configured', async () => {
  const clock = jest.spyOn(performance, 'now').mockReturnValue(10_000);
  const kept = gatewayConfig.shape.KEEP_PUBLIC_MS.parse(undefined);
  const answers = answersKept(kept);
  expect(kept).toBe(1000);
  const page = () => answers.keep('page', async () => (await answers.ask(question())).body);
  await answers.ask(question());
  clock.mockReturnValue(10_350);
  expect(await page()).toBe('1');
  clock.mockReturnValue(10_000 + kept);
  expect(await page()).toBe('1');
  clock.mockReturnValue(10_001 + kept);
  expect(await page()).toBe('2');
  clock.mockRestore();
});
