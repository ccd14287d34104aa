import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { importPractice } from '@alianza/contracts/repository/imports';
import { getPractice, type PracticeContent, type PublishedPractice } from '@alianza/contracts/repository/practices';
import { searchPractices, type SearchResult } from '@alianza/contracts/repository/search';
import { completeContent } from '@alianza/testing/builders/practices';
import type { TestNetwork } from '@alianza/testing/people';
import { openWorld, type World } from '@alianza/testing/world';

let world: World;
let english: TestNetwork;
let spanish: TestNetwork;

/** Written in French; the title translated into English, the summary into Spanish. */
const french = completeContent({
  title: { original: 'fr', fr: 'Zones de relais', en: 'Neighbours take turns' },
  summary: { original: 'fr', fr: 'Des voisines se relaient.', es: 'Vecinas que se turnan.' },
  results: { original: 'fr', fr: 'Mille heures.' },
});
const other = completeContent({ title: { original: 'es', es: 'Otra práctica (ficticia)' } });

const publish = async (network: TestNetwork, slug: string, content: PracticeContent) =>
  world.edge.call(importPractice, { slug, content }, { network: network.code, token: await world.people.operator() });

beforeAll(async () => {
  world = await openWorld(['membership', 'repository', 'gateway']);
  english = await world.people.openNetwork({ languages: ['en', 'es'] });
  spanish = await world.people.openNetwork();
  for (const network of [english, spanish]) {
    await publish(network, 'relais', french);
    await publish(network, 'otra', other);
  }
}, 60_000);
afterAll(() => world.close());

const read = async (network: TestNetwork, lang: string) => {
  const { title, summary, results, languages } = await world.edge.call<PublishedPractice>(
    getPractice,
    { slug: 'relais' },
    { network: network.code, lang },
  );
  return { title, summary, results, languages };
};

it('each field is in the language asked, else in the network’s, else in the one it was written in', async () => {
  expect(await read(english, 'es')).toEqual({
    title: 'Neighbours take turns',
    summary: 'Vecinas que se turnan.',
    results: 'Mille heures.',
    languages: expect.objectContaining({ title: 'en', results: 'fr' }),
  });
  expect(await read(english, 'en')).toMatchObject({ title: 'Neighbours take turns', summary: 'Des voisines se relaient.' });
  expect(await read(spanish, 'es')).toMatchObject({ title: 'Zones de relais', summary: 'Vecinas que se turnan.' });
  expect(await read(spanish, 'en')).toMatchObject({ title: 'Neighbours take turns', summary: 'Vecinas que se turnan.' });
});

it('results are found and stand in order by the title that is shown', async () => {
  const titles = async (network: TestNetwork) => {
    const { items } = await world.edge.call<SearchResult>(searchPractices, { sort: 'title' }, { network: network.code, lang: 'es' });
    return items.map(({ title }) => title);
  };
  expect(await titles(english)).toEqual(['Neighbours take turns', 'Otra práctica (ficticia)']);
  expect(await titles(spanish)).toEqual(['Otra práctica (ficticia)', 'Zones de relais']);
});

it('a page is written the same way', async () => {
  const page = await fetch(`${world.origin}/${english.code}/practicas/relais`, { headers: { accept: 'text/html' } });
  expect(await page.text()).toContain('Neighbours take turns');
});
