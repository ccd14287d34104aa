/** Bytes after which a page ends, so that answers stay small on their way. */
const room = 192 * 1024;

/** At most `limit` of the rows, fewer where they are long, and at least one; `more` says whether rows are left. */
export function pageWithin<Row>(rows: readonly Row[], limit: number): { items: Row[]; more: boolean } {
  const items: Row[] = [];
  let size = 0;
  for (const row of rows.slice(0, limit)) {
    size += Buffer.byteLength(JSON.stringify(row));
    if (items.length > 0 && size > room) break;
    items.push(row);
  }
  return { items, more: items.length < rows.length };
}
