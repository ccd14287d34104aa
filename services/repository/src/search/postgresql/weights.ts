/** How many records answer a slot, of how many there are, both as far as they were counted; `isLight`: it is said in asking, about anything. */
export interface Frequency {
  readonly answering: number;
  readonly of: number;
  readonly isLight?: boolean;
}

/** Shares of what can be answered that must be, the most generous first. */
const shares = [0.3, 0.45, 0.6];
/** So many records are looked at one by one. */
const mostLookedAt = 500;
const lightly = 0.3;

/** What few records say weighs more, what nobody says nothing (Spärck Jones 1972). `enough` are shares to be tried in turn; empty where nobody says any of it. */
export function weigh(slots: readonly Frequency[]): { weights: number[]; enough: number[] } {
  const weights = slots.map(({ answering, of, isLight }) => (answering === 0 ? 0 : Math.log(1 + of / answering) * (isLight ? lightly : 1)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) return { weights, enough: [] };
  const first = shares.findIndex((share) => lookedAt(slots, weights, share * whole) <= mostLookedAt);
  const widest = first === -1 ? shares.length - 1 : first;
  return { weights, enough: [shares[widest], ...shares.slice(0, widest).reverse()].map((share = 1) => share * whole) };
}

/** How many records at most have one of the slots without which the others cannot be enough. */
function lookedAt(slots: readonly Frequency[], weights: readonly number[], enough: number): number {
  const light = slots.map(({ answering }, index) => ({ answering, weight: weights[index] ?? 0 })).sort((a, b) => a.weight - b.weight);
  let upTo = 0;
  let records = 0;
  for (const { answering, weight } of light) {
    upTo += weight;
    if (upTo >= enough) records += answering;
  }
  return records;
}
