/** Something that waits for whoever looks, as the workspace begins with it. */
export interface Due {
  readonly to: string;
  readonly title: string;
  readonly why: string;
  readonly press: string;
  /** Since when the first of them waits, where that is known. */
  readonly since?: string;
  /** The last day, where there is one. */
  readonly until?: string;
}

/** What one read says of that; nothing is not said of what could not be read. */
export interface DueSource<Found = Due> {
  /** What it reads, in words: "los oficios". */
  readonly of: string;
  readonly found: readonly Found[];
  readonly pending: boolean;
  /** Why it is not known. */
  readonly error: Error | null;
  readonly again: () => unknown;
}

interface Read {
  readonly data: unknown;
  readonly error: Error | null;
  readonly isLoading: boolean;
  readonly refetch: () => unknown;
}

export const dueSource = <Found>(of: string, read: Read, found: readonly Found[]): DueSource<Found> => ({
  of,
  found,
  pending: read.isLoading,
  error: read.data === undefined ? read.error : null,
  again: read.refetch,
});

interface Page<Row> {
  readonly items: readonly Row[];
  readonly total: number;
}

/** Of a queue whose first was read: that one and how many there are, said together. */
export function dueQueue<Row>(
  of: string,
  read: Read & { readonly data: Page<Row> | undefined },
  due: (first: Row, count: number) => Due,
): DueSource {
  const { items = [], total = 0 } = read.data ?? {};
  return dueSource(
    of,
    read,
    items.slice(0, 1).map((first) => due(first, total)),
  );
}
