import { getStatement } from '@alianza/contracts/membership/settings/statements';
import {
  draftPractice,
  listOwnPractices,
  readPractice,
  submitPractice,
  type PracticeStatus,
} from '@alianza/contracts/repository/practices';
import { publishPractice, readReview, requestChanges } from '@alianza/contracts/repository/reviews';
import type { Api, Options } from './api.js';
import type { OwnPractice } from './demo-data.js';
import { loadRecordFiles } from './record-files.js';

export interface OwnPracticeLoad {
  readonly api: Api;
  readonly tokenOf: (email: string) => Promise<string>;
  /** Slug in the network → id. */
  readonly idOf: (network: string, slug: string) => string;
}

/** Takes a practice as far as the data says, from wherever an earlier load left it. */
export async function loadOwnPractice(load: OwnPracticeLoad, practice: OwnPractice): Promise<void> {
  const { network, by, organization, state } = practice;
  const author = { network, token: await load.tokenOf(by), actingFor: load.idOf(network, organization) };
  const { id, status } = await foundOrDrafted(load.api, practice, author);
  await loadRecordFiles(load.api, id, practice, author);
  if (state === 'draft') return;
  if (status === 'draft') await submit(load.api, id, author);
  if (state === 'published' && status !== 'published') await publish(load, id, practice);
  if (state === 'changes-requested' && status !== 'changes-requested') await comment(load, id, practice);
}

async function foundOrDrafted(api: Api, { content }: OwnPractice, author: Options): Promise<{ id: string; status: PracticeStatus }> {
  const { items } = await api.call(listOwnPractices, { limit: 100 }, author);
  const title = content.title[content.title.original];
  return items.find((row) => row.title === title) ?? api.call(draftPractice, { content }, author);
}

async function submit(api: Api, id: string, author: Options): Promise<void> {
  const { version } = await api.call(readPractice, { id }, author);
  const { version: terms } = await api.call(getStatement, { page: 'terms' }, author);
  await api.call(submitPractice, { id, terms }, { ...author, version });
}

async function publish({ api, tokenOf }: OwnPracticeLoad, id: string, { network, reviewer }: OwnPractice): Promise<void> {
  if (reviewer === null) throw new Error(`data/live.json: nobody reviews a practice that is published`);
  const asReviewer = { network, token: await tokenOf(reviewer) };
  const { version } = await api.call(readReview, { id }, asReviewer);
  await api.call(publishPractice, { id }, { ...asReviewer, version });
}

async function comment({ api, tokenOf }: OwnPracticeLoad, id: string, { network, reviewer, comments }: OwnPractice): Promise<void> {
  if (reviewer === null) throw new Error(`data/live.json: nobody reviews a practice with comments`);
  const asReviewer = { network, token: await tokenOf(reviewer) };
  const { version } = await api.call(readReview, { id }, asReviewer);
  await api.call(requestChanges, { id, comments: [...comments] }, { ...asReviewer, version });
}
