import { useEffect, useId, useRef, useState, type ReactNode } from 'react';

/** One matter of the account under its own title. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="account-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

interface ChangeProps {
  readonly press: string;
  /** Whether the form stands there from the beginning. */
  readonly begun?: boolean;
  readonly form: (close: () => void) => ReactNode;
}

/** A form behind a button, which is where one is again once the form is done. */
export function Change({ press, begun = false, form }: ChangeProps) {
  const [changing, setChanging] = useState(begun);
  const button = useRef<HTMLButtonElement>(null);
  const wasChanging = useRef(false);
  useEffect(() => {
    if (wasChanging.current && !changing) button.current?.focus();
    wasChanging.current = changing;
  }, [changing]);
  if (changing) return form(() => setChanging(false));
  return (
    <p className="buttons">
      <button ref={button} className="button second" type="button" onClick={() => setChanging(true)}>
        {press}
      </button>
    </p>
  );
}
