import { useEffect, useState, type ReactNode } from 'react';
import { useText } from '../texts/use-text.js';
import { Failure } from './failure.js';

interface Query<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
}

interface Props<Data> {
  readonly query: Query<Data>;
  /** What it means when it cannot be shown. */
  readonly failed: string;
  /** Its own shape while it is on its way. */
  readonly skeleton: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** True once a wait has lasted long enough to be worth showing. */
function useLongWait(waiting: boolean): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setTimeout(() => setLong(true), 300);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [waiting]);
  return waiting && long;
}

function Waiting({ children }: { children: ReactNode }) {
  const text = useText();
  const long = useLongWait(true);
  if (!long) return null;
  return (
    <>
      <p className="sr" role="status">
        {text('states.loading')}
      </p>
      <div className="skeleton" aria-hidden="true">
        {children}
      </div>
    </>
  );
}

/** What was read, or why it is not there: loading after 300 ms, failure with what to do, no permission. Empty is the list's own matter. */
export function Loaded<Data>({ query, failed, skeleton, children }: Props<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isPending) return <Waiting>{skeleton}</Waiting>;
  return <Failure error={query.error} title={failed} onRetry={() => void query.refetch()} />;
}

/** A few grey lines per row, for lists. */
export function RowsSkeleton({ rows = 4 }: { rows?: number }) {
  return (
    <ul className="skeleton-rows">
      {Array.from({ length: rows }, (_, row) => (
        <li key={row}>
          <i className="w4" />
          <i className="w9" />
        </li>
      ))}
    </ul>
  );
}
