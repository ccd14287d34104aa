import type {
  Application as ApplicationView,
  ApplicationRow,
  FollowedApplication,
  Grant,
} from '@alianza/contracts/membership/applications';
import type { File } from '@alianza/platform/files/file.entity';
import { undeliveredOf } from '../recipients/undelivered.js';
import type { Application } from './application.entity.js';
import { completenessOf } from './desk/completeness.js';

export type QueuedRow = Pick<ApplicationRow, 'id' | 'organization' | 'sector' | 'country' | 'status'> & {
  submittedAt?: Date | string | null;
  changedAt: Date | string;
  assignedTo?: string | null;
  givenBackAt?: Date | string | null;
};

/** What people are called, by their id. */
export type Names = ReadonlyMap<string, string>;

/** Who reads the queue never meets one that was not submitted. */
export function viewRow(row: QueuedRow, names: Names): ApplicationRow {
  const { id, organization, sector, country, status, submittedAt, changedAt, assignedTo, givenBackAt } = row;
  if (!submittedAt) throw new Error(`nobody submitted application ${id}`);
  const times = { submittedAt: new Date(submittedAt).toISOString(), changedAt: new Date(changedAt).toISOString() };
  const assignee = assignedTo ? { personId: assignedTo, name: names.get(assignedTo) ?? '' } : null;
  return {
    id,
    organization,
    sector,
    country,
    status,
    ...times,
    assignee,
    givenBackAt: givenBackAt ? new Date(givenBackAt).toISOString() : null,
  };
}

const grantOf = ({ grantReference, grantedOn }: Application): Grant | null =>
  grantReference ? { reference: grantReference, on: grantedOn ?? null } : null;

export function viewApplication(application: Application, letter: File | null, names: Names): ApplicationView {
  const {
    acronym = null,
    website = null,
    letterText = null,
    email,
    work,
    motivation,
    history,
    notice = null,
    shows = null,
    version,
  } = application;
  const content = { acronym, website, email, work, motivation, letterText, history, grant: grantOf(application) };
  const letterFile = letter && { name: letter.name, size: letter.size };
  const undelivered = email === '' ? null : undeliveredOf(application);
  return {
    ...viewRow(application, names),
    ...content,
    letterFile,
    notice,
    shows,
    undelivered,
    completeness: completenessOf(application),
    version,
  };
}

export function viewFollowed(application: Application): FollowedApplication {
  const { organization, status, submittedAt, history, notice = null, shows = null } = application;
  return { organization, status, submittedAt: submittedAt?.toISOString() ?? null, history, grant: grantOf(application), notice, shows };
}
