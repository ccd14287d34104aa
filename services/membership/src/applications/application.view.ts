import type { Application as ApplicationView, ApplicationRow, FollowedApplication } from '@alianza/contracts/membership/applications';
import type { File } from '@alianza/platform/files/file.entity';
import type { Application } from './application.entity.js';

export type QueuedApplication = Pick<ApplicationRow, 'id' | 'organization' | 'sector' | 'country' | 'status'> & {
  submittedAt?: Date | string | null;
  changedAt: Date | string;
};

/** Who reads the queue never meets one that was not submitted. */
export function viewRow({ id, organization, sector, country, status, submittedAt, changedAt }: QueuedApplication): ApplicationRow {
  if (!submittedAt) throw new Error(`nobody submitted application ${id}`);
  const times = { submittedAt: new Date(submittedAt).toISOString(), changedAt: new Date(changedAt).toISOString() };
  return { id, organization, sector, country, status, ...times };
}

export function viewApplication(application: Application, letter: File | null): ApplicationView {
  const { acronym = null, website = null, letterText = null, email, work, motivation, history, version } = application;
  const content = { acronym, website, email, work, motivation, letterText, history };
  return { ...viewRow(application), ...content, letterFile: letter && { name: letter.name, size: letter.size }, version };
}

export function viewFollowed({ organization, status, submittedAt, history }: Application): FollowedApplication {
  return { organization, status, submittedAt: submittedAt?.toISOString() ?? null, history };
}
