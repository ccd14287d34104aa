import { defineQuery } from '@alianza/platform/data/queries';

export const noticesOfPerson = defineQuery({
  name: 'notices_of_person',
  scope: 'tenant',
  text: `select id, rule, kind, params, path, at, read_at as "readAt" from notice
    where network_id = $1 and person_id = $2 and id < $3 order by id desc limit $4`,
  sample: (networkId) => [networkId, '01890000-0000-7000-8000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 21],
});

export const unreadOfPerson = defineQuery({
  name: 'notices_unread',
  scope: 'tenant',
  text: 'select count(*)::int as unread from notice where network_id = $1 and person_id = $2 and read_at is null',
  sample: (networkId) => [networkId, '01890000-0000-7000-8000-000000000000'],
});
