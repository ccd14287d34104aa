import type { EditablePractice, practicePublished, PracticeRow } from '@alianza/contracts/repository/practices';
import type { DataOf } from '@alianza/contracts/event';
import type { Localized } from '@alianza/contracts/shapes';
import { resolve, type Reader } from '@alianza/platform/data/localized';
import { missingFields } from './completeness.js';
import type { Practice } from './practice.entity.js';
import type { PracticeListRow } from './practices.queries.js';

const nameFor = (name: Localized | null, reader: Reader): string => (name === null ? '' : resolve(name, reader).text);
const instant = (at: Date | string): string => new Date(at).toISOString();

type Editable = Pick<Practice, 'id' | 'slug' | 'status' | 'organizationId' | 'content' | 'comments' | 'version'> & {
  changedAt: Date | string;
};

/** For who writes and who reviews; `name` is that of the organisation, where it is known already. */
export function viewEditable(practice: Editable, name: Localized | null, reader: Reader): EditablePractice {
  const { id, slug, status, organizationId, content, comments, changedAt, version } = practice;
  const organization = organizationId ? { id: organizationId, name: nameFor(name, reader) } : null;
  return {
    id,
    slug: slug ?? null,
    status,
    organization,
    content,
    comments,
    missing: missingFields(content),
    changedAt: instant(changedAt),
    version,
  };
}

export function viewRow({ organization, submittedAt, changedAt, ...row }: PracticeListRow, reader: Reader): PracticeRow {
  return {
    ...row,
    organization: organization && nameFor(organization, reader),
    submittedAt: submittedAt && instant(submittedAt),
    changedAt: instant(changedAt),
  };
}

type State = Omit<DataOf<typeof practicePublished>, 'slug' | 'title'>;

/** What every event of a practice tells: never its text. */
export const stateOf = ({ status, organizationId, type }: Practice): State => ({
  status,
  organizationId: organizationId ?? null,
  practiceType: type,
});
