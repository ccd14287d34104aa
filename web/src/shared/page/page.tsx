import { useEffect, useRef } from 'react';

/** Set once the first page is up: from then on a new page moves the focus to its title, as a full load would. */
let arrived = false;

/** Whoever stood on what is gone now stands on the title. */
export function toTitle(options?: FocusOptions): void {
  if (document.activeElement === document.body) document.querySelector('h1')?.focus(options);
}

/** Where one page becomes another in its place: from reading to writing, from one state to the next. */
export function useTitleAfter(change: unknown): void {
  const before = useRef(change);
  useEffect(() => {
    if (before.current !== undefined && before.current !== change) toTitle();
    before.current = change;
  }, [change]);
}

/** The one h1 of a page; it also names the document. `of` is what the page belongs to: the network. */
export function PageTitle({ title, of, className }: { title: string; of: string; className?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = of === '' ? title : `${title} · ${of}`;
  }, [title, of]);
  useEffect(() => {
    if (arrived) heading.current?.focus();
    arrived = true;
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {title}
    </h1>
  );
}
