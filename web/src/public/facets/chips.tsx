import { Cross } from '../../shared/parts/cross.js';
import { useText } from '../../shared/texts/use-text.js';

interface Chip {
  readonly label: string;
  /** The list without this filter. */
  readonly href: string;
}

interface Props {
  readonly chips: readonly Chip[];
  /** The list without any. */
  readonly clearHref: string;
}

/** The filters in use, each of which can be taken away. */
export function Chips({ chips, clearHref }: Props) {
  const text = useText();
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label={text('results.active')}>
      {chips.map(({ label, href }) => (
        <li key={href}>
          <a href={href} aria-label={text('results.remove', { name: label })}>
            {label} <Cross />
          </a>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <a className="clear" href={clearHref}>
            {text('results.removeAll')}
          </a>
        </li>
      )}
    </ul>
  );
}
