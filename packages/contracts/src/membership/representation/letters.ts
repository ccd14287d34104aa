import { z } from 'zod';
import { defineErrors } from '../../errors.js';
import { defineEvent } from '../../event.js';
import { defineOperation } from '../../operation.js';
import { Day, Id, Instant, line, listOf, localized, page, prose, Ticket } from '../../shapes.js';
import { assignedTo, whose } from '../../tasks.js';
import { organizationErrors, OrganizationStatus } from '../organizations.js';
import { Role, roleErrors } from '../people.js';

export const letterErrors = defineErrors({
  'letter-not-found': 'not-found',
  'letter-not-filed': 'conflict',
  'letter-expired': 'unprocessable',
  'letter-not-begun': 'conflict',
  'letter-not-needed': 'unprocessable',
  'organization-not-active': 'conflict',
});

/** Waiting for the secretariat · accepted by it · sent back with a reason · replaced by a newer one, or its role ended. */
export const LetterStatus = z.enum(['filed', 'accredited', 'returned', 'closed']);
export type LetterStatus = z.infer<typeof LetterStatus>;

/** Days before the end on which an expiry is warned of. */
export const letterWarningDays = [7, 30] as const;

/** How an accredited letter stands: over, over within 30 days, or neither. */
export const LetterExpiry = z.enum(['far', 'soon', 'over']);
export type LetterExpiry = z.infer<typeof LetterExpiry>;

/** Why a letter holds no more: a newer one took its place, or its role ended. */
export const LetterClosing = z.enum(['replaced', 'ended']);
export type LetterClosing = z.infer<typeof LetterClosing>;

/** A letter as its organisation sees it beside the role. */
export const LetterOfRole = z.strictObject({
  id: Id,
  status: LetterStatus,
  /** Of a closed one. */
  closing: LetterClosing.nullable(),
  expiry: LetterExpiry,
  dated: Day,
  validUntil: Day,
  /** The office of whoever signed it. */
  office: z.string(),
  /** Null once it is forgotten, five years after the letter was closed. */
  file: z.strictObject({ name: z.string(), size: z.int() }).nullable(),
  filedAt: Instant,
  decidedAt: Instant.nullable(),
  /** Why it was sent back. */
  reason: z.string().nullable(),
  version: z.int(),
});
export type LetterOfRole = z.infer<typeof LetterOfRole>;

/** The same with whom it designates, and for whom. */
const Letter = LetterOfRole.extend({
  roleId: Id,
  role: Role,
  personId: Id,
  person: z.string(),
  organizationId: Id,
  organization: z.string(),
  /** Nothing is decided for one that does not take part. */
  organizationStatus: OrganizationStatus,
});
export type Letter = z.infer<typeof Letter>;

export const fileLetter = defineOperation({
  id: 'membership.letters.file',
  summary: 'File the letter that designates a titular or a suplente; one that still waits is replaced',
  method: 'POST',
  path: '/{network}/letters',
  access: { permission: 'letters:file' },
  input: z
    .strictObject({ roleId: Id, uploadId: Id, dated: Day, validUntil: Day, office: line(200) })
    .refine(({ dated, validUntil }) => dated <= validUntil, { message: 'ends-before-it-begins', path: ['validUntil'] }),
  output: Letter,
  errors: [roleErrors['role-not-found'], roleErrors['role-ended'], letterErrors['letter-expired'], letterErrors['letter-not-needed']],
  once: true,
  example: {
    given: 'role-and-letter',
    input: {
      roleId: '{roleId}',
      uploadId: '{uploadId}',
      dated: '2026-01-15',
      validUntil: '2099-12-31',
      office: 'Presidencia del patronato',
    },
  },
});

/** `open` waits for the secretariat; `soon` and `over` are accredited ones that end, or have ended. */
export const LettersWanted = z.enum(['open', 'soon', 'over', 'accredited', 'returned']);
export type LettersWanted = z.infer<typeof LettersWanted>;

export const listLetters = defineOperation({
  id: 'membership.letters.list',
  summary: 'Letters of all organisations: those that wait for the secretariat, those that end',
  method: 'GET',
  path: '/{network}/letters',
  access: { permission: 'organizations:read' },
  input: z.strictObject({ which: LettersWanted.default('open'), ...whose, ...page }),
  output: listOf(Letter.extend(assignedTo)).extend({ total: z.int() }),
  example: { given: 'filed-letter', input: {} },
});

const byId = z.strictObject({ id: Id });

export const getLetter = defineOperation({
  id: 'membership.letters.get',
  summary: 'One letter, for whoever accredits',
  method: 'GET',
  path: '/{network}/letters/{id}',
  access: { permission: 'organizations:read' },
  input: byId,
  output: Letter,
  errors: [letterErrors['letter-not-found']],
  example: { given: 'filed-letter', input: { id: '{letterId}' } },
});

export const downloadLetter = defineOperation({
  id: 'membership.letters.download',
  summary: 'A ticket to download a letter',
  method: 'POST',
  path: '/{network}/letters/{id}/file',
  reads: true,
  access: { permission: 'representatives:read' },
  input: byId,
  output: Ticket,
  errors: [letterErrors['letter-not-found']],
  example: { given: 'filed-letter', input: { id: '{letterId}' } },
});

const decision = {
  method: 'POST',
  access: { permission: 'letters:accredit' },
  output: Letter,
  errors: [...Object.values(letterErrors), organizationErrors['organization-is-own']],
  edits: true,
} as const;

export const accreditLetter = defineOperation({
  ...decision,
  id: 'membership.letters.accredit',
  summary: 'Accept a letter: until the day it says, the person is accredited',
  path: '/{network}/letters/{id}/accredit',
  input: byId,
  example: { given: 'filed-letter', input: { id: '{letterId}' } },
});

export const returnLetter = defineOperation({
  ...decision,
  id: 'membership.letters.return',
  summary: 'Send a letter back with a reason that the organisation reads',
  path: '/{network}/letters/{id}/return',
  input: byId.extend({ reason: prose(1000) }),
  example: { given: 'filed-letter', input: { id: '{letterId}', reason: 'Falta la firma.' } },
});

const state = z.object({
  organizationId: Id,
  organization: localized(z.string()),
  personId: Id,
  role: Role,
  validUntil: Day,
});
export const letterFiled = defineEvent({ subject: 'ev.membership.letter.filed.v1', data: state });
export const letterAccredited = defineEvent({ subject: 'ev.membership.letter.accredited.v1', data: state });
export const letterReturned = defineEvent({
  subject: 'ev.membership.letter.returned.v1',
  data: state.extend({ reason: z.string() }),
  freeText: ['reason'],
});
/** `renewed`: the one that is to follow it is filed and waits for the secretariat. `unheard`: nobody who represents the organisation has an open account. */
export const letterExpiring = defineEvent({
  subject: 'ev.membership.letter.expiring.v1',
  data: state.extend({ days: z.int(), renewed: z.boolean().default(false), unheard: z.boolean().default(false) }),
});
