import { NavLink } from 'react-router';
import { numberIn } from '../../shared/format/numbers.js';
import { useText } from '../../shared/texts/use-text.js';

export interface Tab {
  readonly to: string;
  readonly label: string;
  readonly count?: number | undefined;
}

/** Pages beside each other, with how much waits in each. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  const { lang } = useText();
  return (
    <nav aria-label={label}>
      <ul className="queues">
        {tabs.map(({ to, label, count }) => (
          <li key={to}>
            <NavLink to={to}>
              {label} {count !== undefined && <span className="n">{numberIn(lang, count)}</span>}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
