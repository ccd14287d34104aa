import type { FiveR } from '@alianza/contracts/vocabularies';
import { listOf } from '../format/lists.js';
import { useText } from '../texts/use-text.js';
import { arms, Arms } from './five-rs.js';

const places = {
  recognize: { x: 140, y: 13, textAnchor: 'middle' },
  reduce: { x: 208, y: 71, textAnchor: 'start' },
  redistribute: { x: 172, y: 160, textAnchor: 'start' },
  reward: { x: 108, y: 160, textAnchor: 'end' },
  represent: { x: 72, y: 71, textAnchor: 'end' },
} as const satisfies Record<FiveR, object>;

/** The large labelled mark in the head of a practice. */
export function FiveRsFigure({ touched }: { touched: readonly FiveR[] }) {
  const text = useText();
  const named = (those: readonly FiveR[], joined: 'conjunction' | 'disjunction') =>
    listOf(
      text.lang,
      those.map((arm) => text(`taxonomy.fiveR.${arm}`).toLocaleLowerCase(text.lang)),
      joined,
    );
  const others = arms.filter((arm) => !touched.includes(arm));
  const label = text('practice.fiveRs', {
    count: touched.length,
    touched: named(touched, 'conjunction'),
    others: named(others, 'disjunction'),
  });
  return (
    <figure className="five">
      <svg viewBox="0 0 280 166" role="img" aria-label={label}>
        <g transform="translate(63.2 3) scale(6.4)">
          <Arms touched={touched} />
        </g>
        {arms.map((arm) => (
          <text key={arm} className={touched.includes(arm) ? 'on' : undefined} {...places[arm]}>
            {text(`taxonomy.fiveR.${arm}`)}
          </text>
        ))}
      </svg>
    </figure>
  );
}
