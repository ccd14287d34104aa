import type {
  EditablePractice,
  practiceDrafted,
  practiceSubmitted,
  PracticeRow,
  ReviewComment,
  StaleTranslation,
} from '@alianza/contracts/repository/practices';
import type { DataOf } from '@alianza/contracts/event';
import type { Localized } from '@alianza/contracts/shapes';
import { resolve, type Reader } from '@alianza/platform/data/localized';
import { missingFields } from './completeness.js';
import type { Practice } from './practice.entity.js';
import type { PracticeListRow } from './practices.queries.js';

const nameFor = (name: Localized | null, reader: Reader): string => (name === null ? '' : resolve(name, reader).text);
const instant = (at: Date | string): string => new Date(at).toISOString();

type Editable = Pick<
  Practice,
  'id' | 'slug' | 'status' | 'organizationId' | 'onBehalf' | 'content' | 'submissions' | 'declinedFor' | 'version'
> & {
  changedAt: Date | string;
  publishedAt?: Date | string | null | undefined;
  verifiedAt?: Date | string | null | undefined;
  verifyBy?: Date | string | null | undefined;
  staleTranslations?: StaleTranslation[] | null | undefined;
};

interface About {
  /** Of the organisation, where it is known already. */
  readonly name: Localized | null;
  readonly taken: boolean;
  readonly comments: ReviewComment[];
}

/** For who writes and who reviews. */
export function viewEditable(practice: Editable, { name, taken, comments }: About, reader: Reader): EditablePractice {
  const { id, slug, status, organizationId, onBehalf, content, submissions, declinedFor, changedAt, version } = practice;
  const { publishedAt, verifiedAt, verifyBy } = practice;
  const organization = organizationId ? { id: organizationId, name: nameFor(name, reader) } : null;
  return {
    id,
    slug: slug ?? null,
    status,
    taken,
    organization,
    onBehalf,
    content,
    comments,
    submission: submissions,
    declinedFor: declinedFor ?? null,
    publishedAt: publishedAt && status !== 'withdrawn' ? instant(publishedAt) : null,
    verifiedAt: verifiedAt ? instant(verifiedAt) : null,
    verifyBy: verifyBy ? instant(verifyBy) : null,
    missing: missingFields(content),
    stale: practice.staleTranslations ?? [],
    changedAt: instant(changedAt),
    version,
  };
}

export function viewRow({ title, organization, submittedAt, changedAt, ...row }: PracticeListRow, reader: Reader): PracticeRow {
  return {
    ...row,
    title: nameFor(title, reader),
    organization: organization && nameFor(organization, reader),
    submittedAt: submittedAt && instant(submittedAt),
    changedAt: instant(changedAt),
  };
}

/** What every event of a practice tells: never its text. */
export const stateOf = ({ status, organizationId, type }: Practice): DataOf<typeof practiceDrafted> => ({
  status,
  organizationId: organizationId ?? null,
  practiceType: type,
});

/** The same of what was handed in, with its title. */
export const titledStateOf = (practice: Practice): DataOf<typeof practiceSubmitted> => ({
  ...stateOf(practice),
  title: practice.content.title,
});
