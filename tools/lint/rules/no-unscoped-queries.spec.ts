import { noUnscopedQueries } from './no-unscoped-queries.mjs';
import { tryRule } from '../rule-tester.js';

const wrong = (code: string, messageId: string, filename = 'practices.service.ts') => ({ code, filename, errors: [{ messageId }] });

tryRule('no-unscoped-queries', noUnscopedQueries, {
  valid: [
    { code: "em.execute('select 1 from practice where id = ?', [id])", filename: 'practices.queries.ts' },
    { code: 'this.em.execute(sql, values)', filename: '/services/repository/src/search/postgres-index.ts' },
    'this.em.find(Practice, { id })',
    'inNetwork(this.em, scope, (em) => em.find(Practice, {}))',
    'inNetwork(orm.em, scope, (em) => em.find(Practice, {}))',
    'useCase.execute()',
    "import type { Pool } from 'pg'",
  ],
  invalid: [
    wrong("import pg from 'pg'", 'driver'),
    wrong("import { sql } from 'kysely'", 'driver'),
    wrong('em.getConnection().execute(sql)', 'escape'),
    wrong('this.em.getKysely().selectFrom(table)', 'escape'),
    wrong('this.orm.em.find(Practice, {})', 'outside'),
    wrong('this.em.fork().find(Practice, {})', 'outside'),
    wrong("this.em.execute('select * from practice')", 'sql'),
    wrong('tx.execute(sql)', 'sql'),
    wrong('em.getConnection().execute(sql)', 'escape', 'practices.queries.ts'),
  ],
});
