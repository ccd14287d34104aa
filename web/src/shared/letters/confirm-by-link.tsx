import type { ReactNode } from 'react';
import { isProblem } from '../api/problem.js';
import { Failure } from '../page/failure.js';
import { PageTitle } from '../page/page.js';
import { useNetwork } from '../session/network.js';

/** What a link came to, and where it goes on. */
export function Said({ title, children, href, onward }: { title: string; children: string; href: string; onward: string }) {
  const { name } = useNetwork();
  return (
    <div className="form-col">
      <PageTitle title={title} of={name} />
      <p className="lede">{children}</p>
      <p className="buttons">
        <a className="button second" href={href}>
          {onward}
        </a>
      </p>
    </div>
  );
}

interface Confirming {
  readonly error: unknown;
  readonly isPending: boolean;
  readonly isSuccess: boolean;
}

interface Props {
  readonly confirming: Confirming;
  readonly onConfirm: () => void;
  readonly said: Readonly<Record<'title' | 'text' | 'press' | 'failed', string>>;
  readonly done: ReactNode;
  /** Where the link does not hold, or no more. */
  readonly none: ReactNode;
}

/** Confirms only when asked to: programs that open the links of a mail must not confirm anything. */
export function ConfirmByLink({ confirming, onConfirm, said, done, none }: Props) {
  const { name } = useNetwork();
  if (isProblem(confirming.error, 'link-not-valid')) return none;
  if (confirming.isSuccess) return done;
  return (
    <div className="form-col">
      <PageTitle title={said.title} of={name} />
      <p className="lede">{said.text}</p>
      <p className="buttons">
        <button className="button" type="button" disabled={confirming.isPending} onClick={onConfirm}>
          {said.press}
        </button>
      </p>
      {confirming.error !== null && <Failure error={confirming.error} title={said.failed} onRetry={onConfirm} />}
    </div>
  );
}
