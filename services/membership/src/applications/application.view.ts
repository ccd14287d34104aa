import type {
  Application as ApplicationView,
  ApplicationRow,
  FollowedApplication,
  Grant,
} from '@alianza/contracts/membership/applications';
import type { File } from '@alianza/platform/files/file.entity';
import type { Application } from './application.entity.js';
import { completenessOf } from './desk/completeness.js';

export type QueuedRow = Pick<ApplicationRow, 'id' | 'organization' | 'sector' | 'country' | 'status'> & {
  submittedAt?: Date | string | null;
  changedAt: Date | string;
  assignedTo?: string | null;
};

/** What people are called, by their id. */
export type Names = ReadonlyMap<string, string>;

/** Who reads the queue never meets one that was not submitted. */
export function viewRow(row: QueuedRow, names: Names): ApplicationRow {
  const { id, organization, sector, country, status, submittedAt, changedAt, assignedTo } = row;
  if (!submittedAt) throw new Error(`nobody submitted application ${id}`);
  const times = { submittedAt: new Date(submittedAt).toISOString(), changedAt: new Date(changedAt).toISOString() };
  const assignee = assignedTo ? { personId: assignedTo, name: names.get(assignedTo) ?? '' } : null;
  return { id, organization, sector, country, status, ...times, assignee };
}

const grantOf = ({ grantReference, grantedOn }: Application): Grant | null =>
  grantReference ? { reference: grantReference, on: grantedOn ?? null } : null;

export function viewApplication(application: Application, letter: File | null, names: Names): ApplicationView {
  const { acronym = null, website = null, letterText = null, email, work, motivation, history, version } = application;
  const content = { acronym, website, email, work, motivation, letterText, history, grant: grantOf(application) };
  const letterFile = letter && { name: letter.name, size: letter.size };
  return { ...viewRow(application, names), ...content, letterFile, completeness: completenessOf(application), version };
}

export function viewFollowed(application: Application): FollowedApplication {
  const { organization, status, submittedAt, history } = application;
  return { organization, status, submittedAt: submittedAt?.toISOString() ?? null, history, grant: grantOf(application) };
}
