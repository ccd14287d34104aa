import { defineQuery } from '@alianza/platform/data/queries';

/** Other invitations than this one that can still be accepted at an address. */
export const openAtAddress = defineQuery({
  name: 'invitations_open_at_address',
  scope: 'tenant',
  text: `select id from invitation where network_id = $1::uuid and lower(email) = lower($2) and id <> $3::uuid and accepted_at is null
    and revoked_at is null and expires_at > $4::timestamptz limit 1`,
  sample: (networkId) => [networkId, 'nadie@example.org', networkId, new Date(0)],
});

/** Whoever is written to at an address. */
export const addressOfSomebody = defineQuery({
  name: 'person_at_address',
  scope: 'networkless',
  text: `select id from person where lower(email) = lower($1) limit 1`,
  exempt: 'asked by a job alone, once for each invitation or person that is forgotten',
  sample: () => ['nadie@example.org'],
});
