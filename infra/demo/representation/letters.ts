import { accreditLetter, fileLetter } from '@alianza/contracts/membership/representation/letters';
import { listRoles } from '@alianza/contracts/membership/representation/roles';
import { RefusedCall, type Api } from '../api.js';
import type { DemoLetter } from '../demo-data.js';
import { leaflet } from '../drawn/leaflet.js';

export interface LetterLoad {
  readonly api: Api;
  readonly tokenOf: (email: string) => Promise<string>;
  /** Slug in the network → id. */
  readonly idOf: (network: string, slug: string) => string;
}

/** Files a letter of an invented organisation for a role that rests on none yet, and has it accredited where the data says so. */
export async function loadLetter({ api, tokenOf, idOf }: LetterLoad, letter: DemoLetter): Promise<void> {
  const { network, organization, by, role, secretariat, office, dated, validUntil, lines } = letter;
  const titular = { network, token: await tokenOf(by), actingFor: idOf(network, organization) };
  const { items } = await api.call(listRoles, {}, titular);
  const held = items.find((item) => item.role === role);
  if (!held || held.letters.length > 0) return;
  const uploadId = await api.upload('designation-letter', { name: 'Oficio de designación.pdf', bytes: leaflet(lines) }, titular);
  try {
    const { id, version } = await api.call(fileLetter, { roleId: held.id, uploadId, office, dated, validUntil }, titular);
    if (secretariat !== null) await api.call(accreditLetter, { id }, { network, token: await tokenOf(secretariat), version });
  } catch (error) {
    // the demonstration outlives the dates it was written with
    if (!(error instanceof RefusedCall) || error.code !== 'letter-expired') throw error;
  }
}
