import type { PracticeContent } from '@alianza/contracts/repository/practices';
import { addConcept, getTaxonomy } from '@alianza/contracts/repository/taxonomy';
import type { Api } from '../api.js';
import { readTaxonomy, type DemoConcept } from '../demo-data.js';
import { demoPeople } from '../people.js';

interface Loading {
  readonly api: Api;
  readonly tokenOf: (email: string) => Promise<string>;
}

/** What the network calls a concept of the data, by the word that the data has for it. */
export type ConceptOf = (network: string, key: string) => string | undefined;

const secretariatOf = (code: string): string => {
  const person = demoPeople.find(({ roles }) => roles.some(({ network, role }) => network === code && role === 'secretariat'));
  if (person === undefined) throw new Error(`data/people.json has no secretariat of ${code}`);
  return person.email;
};

/** Adds what a network has besides the product's concepts; one that is there already is found by its name. */
export async function loadConcepts({ api, tokenOf }: Loading): Promise<ConceptOf> {
  const ids = new Map<string, string>();
  for (const concept of readTaxonomy()) ids.set(`${concept.network}/${concept.key}`, await idOf(concept, { api, tokenOf }));
  return (network, key) => ids.get(`${network}/${key}`);
}

async function idOf({ network, scheme, labels, from, until }: DemoConcept, { api, tokenOf }: Loading): Promise<string> {
  const { concepts } = await api.call(getTaxonomy, {}, { network });
  const known = concepts.find((one) => one.scheme === scheme && (one.label === labels.es || one.label === labels.en));
  if (known) return known.id;
  const input = { scheme, labels, synonyms: { es: [], en: [] }, from, until };
  return (await api.call(addConcept, input, { network, token: await tokenOf(secretariatOf(network)) })).id;
}

/** The record as this network files it: priority areas are of one network. */
export function filedIn(network: string, content: PracticeContent, conceptOf: ConceptOf): PracticeContent {
  const priorityAreas = (content.priorityAreas ?? []).flatMap((key) => conceptOf(network, key) ?? []);
  return { ...content, priorityAreas };
}
