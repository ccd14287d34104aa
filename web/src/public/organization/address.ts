import type { NetworkVisit } from '../visit.js';

/** Where an organisation of the directory is read, by its slug. */
export const organizationAddress = ({ addressOf }: Pick<NetworkVisit, 'addressOf'>, slug: string): string =>
  addressOf(`organizaciones/${slug}`);
