import type { ReactNode } from 'react';

/** What a row is about, with a word below it where there is one. */
export function RowName({ name, small }: { name: string; small: ReactNode }) {
  return (
    <>
      {name}
      {small !== null && <small>{small}</small>}
    </>
  );
}
