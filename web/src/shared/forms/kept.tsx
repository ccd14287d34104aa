import { useState, type ReactNode } from 'react';

interface Props<T> {
  readonly read: T;
  /** The version to begin anew with: the one that was saved here, or that was read again on purpose. */
  readonly from?: number;
  readonly children: (begun: T) => ReactNode;
}

/** What a form begins with, and the version of it, stay under it whatever is read in the background meanwhile. */
export function Kept<T extends { readonly version: number }>({ read, from = 0, children }: Props<T>) {
  const [begun, begin] = useState(read);
  if (begun.version < from && read.version >= from) begin(read);
  return children(begun);
}
