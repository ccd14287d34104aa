import type { FiveR } from '@alianza/contracts/vocabularies';

/** Clockwise from the top; the order is the mark. */
export const arms = ['recognize', 'reduce', 'redistribute', 'reward', 'represent'] as const satisfies readonly FiveR[];

const full = 'M9.43 6.38a2.75 2.75 0 1 1 5.14 0l-1.5 3.93a1.15 1.15 0 0 1-2.14 0Z';
const turnOf = (index: number) => (index === 0 ? undefined : `rotate(${String(index * 72)} 12 12.8)`);

/** The five arms alone, on a grid of 24: full where the practice touches that R, a line where it does not. */
export function Arms({ touched }: { touched: readonly FiveR[] }) {
  return arms.map((arm, index) =>
    touched.includes(arm) ? (
      <path key={arm} d={full} transform={turnOf(index)} />
    ) : (
      <rect key={arm} x="11.35" y="3" width="1.3" height="7.6" rx=".65" transform={turnOf(index)} />
    ),
  );
}

/** The mark; words stand beside it. All five arms full are the logo. */
export function FiveRs({ touched }: { touched: readonly FiveR[] }) {
  return (
    <svg className="mark" viewBox="2 2 20 20" aria-hidden>
      <Arms touched={touched} />
    </svg>
  );
}

export const Logo = () => <FiveRs touched={arms} />;
