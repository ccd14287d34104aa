import { useEffect, useRef } from 'react';

/** Set once the first page is up: from then on a new page moves the focus to its title, as a full load would. */
let arrived = false;

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
