import { defineQuery } from '@alianza/platform/data/queries';

const columns = 'id, code, content, languages, zone, demo, accent, mark, statements';

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

/** Of a page of law: what is kept of the network about it, the words of its last version or of the one asked for, and all that were published. $1 network, $2 page, $3 version. */
export const oneStatement = defineQuery({
  name: 'network_statement_one',
  scope: 'public',
  text: `select n.languages, n.statements, (select s.content from network_statement s where s.network_id = n.id and s.page = $2
        and ($3::int is null or s.version = $3::int) order by s.version desc limit 1) as content,
      (select coalesce(jsonb_agg(jsonb_build_object('version', s.version, 'publishedAt', s.published_at, 'own', s.content is not null)
          order by s.version desc), '[]') from network_statement s where s.network_id = n.id and s.page = $2) as published, n.opened_at as "openedAt"
    from network n where n.id = $1`,
  sample: (networkId) => [networkId, 'privacy', null],
});
