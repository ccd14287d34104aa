import {
  draftPractice,
  emptyContent,
  submitPractice,
  type EditablePractice,
  type PracticeContent,
} from '@alianza/contracts/repository/practices';
import { publishPractice, requestChanges } from '@alianza/contracts/repository/reviews';
import { enterPractice } from '@alianza/contracts/repository/review/entries';
import { beginVersion } from '@alianza/contracts/repository/publication/versions';
import { withdrawPractice } from '@alianza/contracts/repository/publication/withdrawals';
import { randomUUID } from 'node:crypto';
import { eventually } from '../eventually.js';
import type { TestOrganization } from '../people.js';
import { rowsOf } from '../rows.js';
import { asReviewer, asSecretariat, asTitular, type Setting } from '../setting.js';

const es = (text: string) => ({ original: 'es' as const, es: text });

/** Everything a good practice must say before it can be submitted. */
export const completeContent = (over: Partial<PracticeContent> = {}): PracticeContent => ({
  ...(emptyContent as unknown as PracticeContent),
  type: 'good-practice',
  title: es(`Relevos entre vecinas ${randomUUID().slice(0, 8)} (ficticia)`),
  summary: es('Un grupo de vecinas se turna para cuidar y lleva la cuenta de las horas.'),
  actions: es('Se formó un grupo, se acordaron turnos y se llevó un registro de horas.'),
  results: es('En un año se cuidaron 1,200 horas por turnos.'),
  weaknesses: es('Al principio faltaban relevos de noche; se resolvió con una lista de suplencias.'),
  lessons: es('Los turnos cortos se cumplen mejor.'),
  replicability: es('Hace falta un lugar de reunión y una persona que coordine.'),
  countries: ['MX'],
  place: 'Valle Imaginario',
  level: 'community',
  sector: 'civil-society',
  organizations: ['Red Ejemplo (ficticia)'],
  fiveRs: ['recognize', 'redistribute'],
  startYear: 2024,
  sourceLanguages: ['es'],
  evidence: 'own-data',
  sources: [{ title: 'Registro de horas', url: null, publisher: null }],
  ...over,
});

export async function drafted(setting: Setting, over?: Partial<PracticeContent>): Promise<EditablePractice> {
  return setting.world.edge.call<EditablePractice>(draftPractice, { content: completeContent(over) }, await asTitular(setting));
}

/** Entered by the secretariat for the organisation, once the repository has heard of it. */
export async function entered(setting: Setting, over?: Partial<PracticeContent>): Promise<EditablePractice> {
  const { id: organizationId } = await known(setting);
  const input = { organizationId, content: completeContent(over) };
  return setting.world.edge.call<EditablePractice>(enterPractice, input, await asSecretariat(setting));
}

/** The organisation, of which the repository keeps a copy by now. */
export async function known({ network, organization }: Setting): Promise<TestOrganization> {
  const copy = 'select from organization_copy where network_id = $1 and id = $2';
  await eventually(async () => (await rowsOf('repository', copy, [network.id, organization.id])).length === 1);
  return organization;
}

export async function submitted(setting: Setting, over?: Partial<PracticeContent>): Promise<EditablePractice> {
  const { id, version } = await drafted(setting, over);
  return setting.world.edge.call<EditablePractice>(submitPractice, { id, terms: 1 }, { ...(await asTitular(setting)), version });
}

export async function published(setting: Setting, over?: Partial<PracticeContent>): Promise<EditablePractice> {
  const { id, version } = await submitted(setting, over);
  return setting.world.edge.call<EditablePractice>(publishPractice, { id }, { ...(await asReviewer(setting)), version });
}

/** Published, and as if nobody had looked at it for two years and a day. */
export async function due(setting: Setting, over?: Partial<PracticeContent>): Promise<EditablePractice> {
  const practice = await published(setting, over);
  await rowsOf('repository', `update practice set verify_by = now() - interval '1 day' where id = $1 returning id`, [practice.id]);
  return practice;
}

/** Sent back with one comment on what it achieved. */
export async function commented(setting: Setting, over?: Partial<PracticeContent>): Promise<EditablePractice> {
  const { id, version } = await submitted(setting, over);
  const comments = [{ field: 'results' as const, text: '¿De qué año es esta cifra?' }];
  return setting.world.edge.call<EditablePractice>(requestChanges, { id, comments }, { ...(await asReviewer(setting)), version });
}

/** Published, with the next version being written. */
export async function revised(setting: Setting, over?: Partial<PracticeContent>): Promise<EditablePractice> {
  const { id, version } = await published(setting, over);
  return setting.world.edge.call<EditablePractice>(beginVersion, { id }, { ...(await asTitular(setting)), version });
}

export async function withdrawn(setting: Setting, over?: Partial<PracticeContent>): Promise<EditablePractice> {
  const { id } = await published(setting, over);
  const input = { ...withdrawPractice.example.input, id };
  return setting.world.edge.call<EditablePractice>(withdrawPractice, input, await asSecretariat(setting));
}
