import type { Section } from '@alianza/platform/privacy/gather';

/** What somebody did, by what it was done to; what it said is with whoever keeps it. */
export const sections: readonly Section[] = [
  {
    kind: 'deed',
    limit: 500,
    numbered: true,
    rows: `select position as id, occurred_at as at, jsonb_build_object('what', subject, 'of', aggregate_id, 'position', position) as data
      from entry where network_id = :network and actor_person = :person::uuid`,
  },
];
