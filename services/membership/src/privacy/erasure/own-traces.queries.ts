import { defineQuery } from '@alianza/platform/data/queries';
import { nowhere } from '@alianza/platform/ids';

/** Accepted by a person, meant for them in a handover, or sent to one of their addresses. */
export const invitationsOf = defineQuery({
  name: 'erasures_invitations',
  scope: 'tenant',
  text: `select id from invitation where network_id = $1
    and (person_id = $2::uuid or handover ->> 'to' = $2::text or lower(email) in (select jsonb_array_elements_text($3::jsonb)))`,
  sample: (networkId) => [networkId, nowhere, '["nadie@example.org"]'],
});

export const actorsReachedAt = defineQuery({
  name: 'erasures_actors',
  scope: 'tenant',
  text: `select id from actor where network_id = $1 and lower(contact ->> 'email') in (select jsonb_array_elements_text($2::jsonb))`,
  sample: (networkId) => [networkId, '["nadie@example.org"]'],
});
