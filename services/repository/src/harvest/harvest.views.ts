import type { Change, PublicRecord, PublicReplication } from '@alianza/contracts/repository/harvest';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import { usualLicence } from '@alianza/contracts/repository/publication/licences';
import type { AcceptedTerms } from '@alianza/contracts/repository/publication/rights';
import type { RegisterRow } from '../replications/register/register.queries.js';

type Header = Omit<Change, 'record'>;

/** A row of the changes; what belongs to the record is null where it is gone, and missing where it was not asked for. */
export interface ChangeRow extends Header {
  readonly slug?: string | null;
  readonly content?: PracticeContent | null;
  readonly owner?: string | null;
  readonly terms?: AcceptedTerms;
  readonly publishedAt?: Date | null;
  readonly version?: number | null;
}

function recordOf({ id, changedAt, slug, content, owner, terms = null, publishedAt, version }: ChangeRow): PublicRecord | null {
  if (!slug || !content || !publishedAt || !version) return null;
  const { licence = usualLicence } = content;
  return { id, slug, content, owner: owner ?? null, licence, terms, publishedAt: publishedAt.toISOString(), changedAt, version };
}

/** Between noting a change and reading the record it may have gone or come: what is said of it is what is read. */
export function viewChange(row: ChangeRow): Change {
  const { id, changedAt, deleted, type, fiveRs } = row;
  return { id, changedAt, deleted, type, fiveRs, record: deleted ? null : recordOf(row) };
}

export const viewRecord = recordOf;

export type ReplicationRecord = Omit<RegisterRow, 'networkId' | 'organizationId'>;

export const viewReplication = ({ id, slug, title, organization, content, confirmedAt }: ReplicationRecord): PublicReplication => ({
  id,
  practice: { slug, title },
  organization,
  content,
  licence: usualLicence,
  confirmedAt: confirmedAt.toISOString(),
});
