/** How many records answer a slot, of how many there are. */
export interface Frequency {
  readonly answering: number;
  readonly of: number;
}

/** Shares of what can be answered that must be, tried in turn: of three words alike two, then any one. */
const shares = [0.6, 0.33];

/** What few records say weighs more, what nobody says nothing (Spärck Jones 1972). `enough` is empty where nobody says any of it. */
export function weigh(slots: readonly Frequency[]): { weights: number[]; enough: number[] } {
  const weights = slots.map(({ answering, of }) => (answering === 0 ? 0 : Math.log(1 + of / answering)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return { weights, enough: whole === 0 ? [] : shares.map((share) => share * whole) };
}
