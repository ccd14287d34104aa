import type { Section } from '@alianza/platform/privacy/gather';

const small = 200;
/** Where they are and were written to: what stands at these goes with them, too (`erasure/own-traces.service.ts`). */
const addresses = `(select lower(email) from person where id = :person
    union all select lower(former) from address_change where person_id = :person and former is not null)`;
const section = (kind: string, rows: string): Section => ({ kind, rows, limit: small });

/** What belongs to no network. */
export const ofEverywhere: readonly Section[] = [
  section(
    'person',
    `select id::text as id, registered_at as at, jsonb_build_object('name', name, 'email', email, 'language', language, 'disabledAt', disabled_at,
      'disabledReason', disabled_reason) as data from person where id = :person`,
  ),
  section(
    'account',
    `select issuer || ' ' || subject as id, null::timestamptz as at, jsonb_build_object('issuer', issuer, 'subject', subject) as data
      from account where person_id = :person`,
  ),
  section(
    'address-change',
    `select id::text as id, asked_at as at, jsonb_build_object('email', email, 'former', former, 'confirmedAt', confirmed_at,
      'withdrawnAt', withdrawn_at) as data from address_change where person_id = :person`,
  ),
  section(
    'failing-address',
    `select person_id::text as id, since as at, jsonb_build_object('status', status, 'retriedAt', retried_at) as data from failing_address
      where person_id = :person`,
  ),
  section(
    'consent',
    `select c.network_id::text || ' ' || c.version as id, c.given_at as at, jsonb_build_object('network', n.code, 'notice', 'privacy', 'version', c.version) as data
      from consent c join network n on n.id = c.network_id where c.person_id = :person`,
  ),
  section(
    'erasure',
    `select id::text as id, asked_at as at, jsonb_build_object('dueAt', due_at, 'withdrawnAt', withdrawn_at) as data from erasure
      where person_id = :person`,
  ),
];

/** What belongs to one. */
export const ofNetwork: readonly Section[] = [
  section(
    'role',
    `select r.id::text as id, r.since as at, jsonb_build_object('role', r.role, 'organization', o.name, 'until', r.until, 'endedReason', r.ended_reason,
      'letterValidUntil', r.letter_valid_until) as data
      from role r left join organization o on o.network_id = :network and o.id = r.organization_id
      where r.network_id = :network and r.person_id = :person`,
  ),
  section(
    'invitation',
    `select id::text as id, issued_at as at, jsonb_build_object('role', role, 'email', email, 'expiresAt', expires_at, 'acceptedAt', accepted_at) as data
      from invitation where network_id = :network
        and (person_id = :person or handover ->> 'to' = :person::text or lower(email) in ${addresses})`,
  ),
  section(
    'application',
    `select id::text as id, filed_at as at, jsonb_build_object('organization', organization, 'acronym', acronym, 'sector', sector, 'country', country,
      'website', website, 'email', email, 'work', work, 'motivation', motivation, 'letter', letter_text, 'notice', notice, 'shows', shows,
      'status', status, 'history', history, 'agreement', grant_reference) as data
      from application where network_id = :network and email_key in ${addresses}`,
  ),
  section(
    'correspondence',
    `select id::text as id, registered_at as at, jsonb_build_object('email', email, 'language', language, 'confirmedAt', confirmed_at,
      'keptUntil', forgotten_at) as data from correspondent where network_id = :network and email in ${addresses}`,
  ),
  section(
    'actor-contact',
    `select a.id::text as id, a.changed_at as at, jsonb_build_object('organization', o.name, 'contact', a.contact) as data
      from actor a left join organization o on o.network_id = :network and o.id = a.organization_id
      where a.network_id = :network and lower(a.contact ->> 'email') in ${addresses}`,
  ),
  section(
    'letter',
    `select l.id::text as id, l.filed_at as at, jsonb_build_object('organization', o.name, 'role', l.role, 'status', l.status, 'dated', l.dated,
      'validUntil', l.valid_until, 'office', l.office, 'reason', l.reason, 'file', f.name) as data
      from letter l left join organization o on o.network_id = :network and o.id = l.organization_id
      left join file f on f.network_id = :network and f.id = l.file_id
      where l.network_id = :network and l.person_id = :person`,
  ),
  section(
    'handover',
    `select id::text as id, at, jsonb_build_object('organizationId', organization_id, 'asPredecessor', predecessor_id = :person) as data from handover
      where network_id = :network and (successor_id = :person or predecessor_id = :person)`,
  ),
  section(
    'organization-change',
    `select id::text as id, at, jsonb_build_object('organizationId', organization_id, 'what', what, 'reason', reason, 'changes', changes) as data
      from organization_fact where network_id = :network and person_id = :person`,
  ),
  section(
    'import',
    `select id::text as id, begun_at as at, jsonb_build_object('file', name, 'status', status) as data from member_import
      where network_id = :network and begun_by = :person
     union all select id::text, begun_at, jsonb_build_object('file', name, 'status', status) from actor_import
      where network_id = :network and begun_by = :person`,
  ),
];
