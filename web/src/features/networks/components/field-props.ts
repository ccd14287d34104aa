import type { NetworkValues } from '../api/network-values.js';

/** What every question about a network gets. */
export interface FieldProps {
  readonly values: NetworkValues;
  readonly onChange: (change: Partial<NetworkValues>) => void;
  /** What is wrong, by the id of its control. */
  readonly wrong: ReadonlyMap<string, string>;
}
