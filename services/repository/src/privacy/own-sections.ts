import type { Section } from '@alianza/platform/privacy/gather';

/** Whole records go a few at a time: each may be long. */
const [few, many] = [5, 100];

/**
 * What somebody wrote or decided here, and what they were asked to look at. A record that they began is its organisation's, and others may have written
 * in it since: of it goes what it is called and what is published, and whole what they themselves handed in.
 */
export const sections: readonly Section[] = [
  {
    kind: 'practice',
    limit: few,
    rows: `select id::text as id, changed_at as at, jsonb_build_object('title', title, 'status', status, 'slug', slug,
      'content', case when status = 'published' then content end) as data from practice
      where network_id = :network and created_by = :person`,
  },
  {
    kind: 'submission',
    limit: few,
    rows: `select practice_id::text || ' ' || lpad(number::text, 6, '0') as id, at,
      jsonb_build_object('practiceId', practice_id, 'number', number, 'outcome', outcome, 'terms', terms, 'content', content) as data from practice_submission
      where network_id = :network and by = :person`,
  },
  {
    kind: 'review-comment',
    limit: many,
    rows: `select id::text as id, at, jsonb_build_object('practiceId', practice_id, 'field', field, 'text', text) as data from review_comment
      where network_id = :network and by = :person`,
  },
  {
    kind: 'comment-answer',
    limit: many,
    rows: `select id::text as id, answered_at as at, jsonb_build_object('practiceId', practice_id, 'field', field, 'answer', answer) as data from review_comment
      where network_id = :network and answered_by = :person`,
  },
  {
    kind: 'inquiry-answer',
    limit: many,
    rows: `select id::text as id, settled_at as at, jsonb_build_object('question', text, 'answer', outcome) as data from inquiry
      where network_id = :network and settled_by = :person`,
  },
  {
    kind: 'replication',
    limit: few,
    rows: `select id::text as id, changed_at as at, jsonb_build_object('practiceId', practice_id, 'status', status,
      'content', case when confirmed_at is not null then content end) as data from replication where network_id = :network and created_by = :person`,
  },
  {
    kind: 'record-file',
    limit: many,
    rows: `select id::text as id, created_at as at, jsonb_build_object('practiceId', practice_id, 'name', name, 'type', type, 'size', size) as data
      from record_file where network_id = :network and created_by = :person`,
  },
  {
    kind: 'review-invitation',
    limit: many,
    rows: `select id::text as id, invited_at as at, jsonb_build_object('practiceId', practice_id, 'endedAt', ended_at) as data from review_guest
      where network_id = :network and person_id = :person`,
  },
  {
    kind: 'practice-import',
    limit: many,
    rows: `select id::text as id, begun_at as at, jsonb_build_object('file', name, 'status', status) as data from practice_import
      where network_id = :network and begun_by = :person`,
  },
];
