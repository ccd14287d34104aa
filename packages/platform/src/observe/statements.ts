import type pg from 'pg';
import type { DatabaseWatches } from './watches/database.metrics.js';
import { current, type OpenSpan } from './tracing.js';

const [quote, backslash, dollar] = ["'", '\\', '$'];
const longest = 2000;

/** Where the text that began at `at` with a quote ends. */
function endOfText(sql: string, at: number, escapes: boolean): number {
  for (let here = at + 1; here < sql.length; here++) {
    const sign = sql[here];
    if (escapes && sign === backslash) here++;
    else if (sign === quote && sql[here + 1] === quote) here++;
    else if (sign === quote) return here + 1;
  }
  return sql.length;
}

const inWord = (sign: string | undefined): boolean => sign !== undefined && /[\w$"]/.test(sign);
const isDigit = (sign: string): boolean => sign >= '0' && sign <= '9';

function endOfNumber(sql: string, at: number): number {
  let end = at + 1;
  while (end < sql.length && /[\d.eE]/.test(sql[end] ?? '')) end++;
  return end;
}

/**
 * A statement as it was before its values were written into it, which the ORM does: texts and numbers become `?`. Follows PostgreSQL's own
 * rules for texts, so that no value can pass for a statement; names in double quotes stay.
 */
export function withoutValues(sql: string): string {
  let said = '';
  for (let at = 0; at < sql.length && said.length < longest;) {
    const sign = sql[at] ?? '';
    if (sign === quote) {
      const escapes = /e/i.test(sql[at - 1] ?? '') && !inWord(sql[at - 2]);
      said += '?';
      at = endOfText(sql, at, escapes);
    } else if (isDigit(sign) && !inWord(sql[at - 1]) && sql[at - 1] !== dollar) {
      said += '?';
      at = endOfNumber(sql, at);
    } else {
      said += sign;
      at++;
    }
  }
  return said;
}

const kept = new Map<string, string>();
const most = 500;

/** Prepared texts come again and again; those with values in them hardly. */
function textOf(sql: string): string {
  const known = kept.get(sql);
  if (known !== undefined) return known;
  const text = withoutValues(sql);
  if (kept.size < most && text.length === sql.length) kept.set(sql, text);
  return text;
}

const firstWord = /^[\s(]*(\w+)/;

/** A part of the trace at hand; without one nothing. */
export function statementSpan(sql: string, name?: string): OpenSpan | undefined {
  const around = current.getStore();
  if (!around) return undefined;
  const text = textOf(sql);
  const said = name ?? firstWord.exec(text)?.[1]?.toLowerCase() ?? 'sql';
  return around.child({
    name: `sql ${said}`,
    hop: 'sql',

    attributes: { 'db.system.name': 'postgresql', 'db.query.text': text },
  });
}

type Callback = (error: Error | null, result: pg.QueryResult) => void;
type Query = (text: string, values: unknown[], callback: Callback) => void;

/** Times every statement of a connection; no promise is made beyond the one that pg itself would. */
export function watchStatements(client: pg.ClientBase, { statements }: DatabaseWatches): void {
  const query = client.query.bind(client) as unknown as Query;
  const watched = (text: string, values: unknown[] = []) =>
    new Promise<pg.QueryResult>((resolve, reject) => {
      const started = performance.now();
      const span = statementSpan(text);
      query(text, values, (error, result) => {
        statements.since(started);
        span?.end(error ? 'failed' : 'ok');
        if (error) reject(error);
        else resolve(result);
      });
    });
  Object.assign(client, { query: watched });
}
