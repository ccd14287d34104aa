import type pg from 'pg';
import { nameOf } from './prepared.js';

/**
 * A database that hangs, or a network that swallows, closes no connection and answers nothing: neither its own statement timeout nor TCP ends the
 * wait. The driver does, by throwing a connection away on which a statement stayed unanswered for so long.
 */

/** Milliseconds that the database has, after its own timeout, to say that it gave up. */
export const grace = 250;

/** For statements outside any request: longer than whatever they do on the largest tables. */
export const longest = 120_000;

type Callback = (error: Error | null, result: pg.QueryResult) => void;
type Query = (statement: object, callback: Callback) => void;

/**
 * Ends the wait for each statement of this connection after what `left` says at that moment, in milliseconds. One that comes with values is
 * always the same text: prepared once.
 */
export function endSilence(client: pg.ClientBase, left: () => number | undefined): void {
  const query = client.query.bind(client) as unknown as Query;
  const impatient = (text: string, values: unknown[], callback: Callback) => {
    const name = values.length > 0 ? nameOf(text) : undefined;
    query({ name, text, values, query_timeout: (left() ?? longest) + grace }, callback);
  };
  Object.assign(client, { query: impatient });
}
