import { defineQuery } from '@alianza/platform/data/queries';

const columns = 'id, code, content, languages, zone, demo';

export const allNetworks = defineQuery({
  name: 'networks_all',
  scope: 'public',
  text: `select ${columns} from network order by opened_at, id`,
  sample: () => [],
  exempt: 'the networks of one installation are few, and all of them are wanted',
});

export const oneNetwork = defineQuery({
  name: 'networks_one',
  scope: 'public',
  text: `select ${columns} from network where id = $1`,
  sample: (networkId) => [networkId],
});
