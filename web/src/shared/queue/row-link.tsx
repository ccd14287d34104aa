import type { KeyboardEvent, ReactNode } from 'react';
import { Link } from 'react-router';

interface Props {
  readonly id: string;
  readonly to: string;
  readonly open: boolean;
  readonly children: ReactNode;
}

/** ↑ and ↓ go from row to row; Intro opens, as on any link. */
function move(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const links = [...(event.currentTarget.closest('table')?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const next = links[links.indexOf(event.currentTarget) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** The name of a row: opens it beside the list. */
export function RowLink({ id, to, open, children }: Props) {
  return (
    <Link to={to} data-row={id} aria-current={open ? 'true' : undefined} onKeyDown={move} preventScrollReset>
      {children}
    </Link>
  );
}
