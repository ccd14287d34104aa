import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** 2 directly under the page's title, 3 inside a part of the page. */
  readonly level?: 2 | 3;
  readonly children?: ReactNode;
}

/** Stands where a list would: what it means that there is nothing, and what can be done. */
export function Void({ title, level = 2, children }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="void">
      <Heading>{title}</Heading>
      {children}
    </div>
  );
}
