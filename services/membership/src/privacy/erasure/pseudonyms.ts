import { randomBytes } from 'node:crypto';

/** Drawn, not made from anything: nobody finds out by it who somebody was. It stays the person's for good. */
export const newPseudonym = (): string => `Persona ${randomBytes(3).toString('hex').toUpperCase()}`;
