import { now } from '../now.js';

const day = 86_400_000;

/** Whole days since something arrived. */
export const daysSince = (iso: string): number => Math.max(0, Math.floor((now().getTime() - new Date(iso).getTime()) / day));

/** Whole days from now to the end of a civil day, or to an instant; negative once it is over. */
export const daysUntil = (iso: string): number =>
  Math.floor((Date.parse(iso.length === 10 ? `${iso}T23:59:59` : iso) - now().getTime()) / day);
