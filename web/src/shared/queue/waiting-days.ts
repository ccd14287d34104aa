import { now } from '../now.js';

const day = 86_400_000;

/** Whole days since something arrived. */
export const daysSince = (iso: string): number => Math.max(0, Math.floor((now().getTime() - new Date(iso).getTime()) / day));
