import { editProfile, getProfile } from '@alianza/contracts/membership/directory/profiles';
import type { DemoProfile } from './demo-data.js';
import type { OwnPracticeLoad } from './own-practices.js';

/** What a fictional organisation says of itself, said by its titular; what was said already stays. */
export async function loadProfile(
  { api, tokenOf, idOf }: OwnPracticeLoad,
  { network, organization, by, said }: DemoProfile,
): Promise<void> {
  const titular = { network, token: await tokenOf(by), actingFor: idOf(network, organization) };
  const { sector, country, region, website, listed, work, version } = await api.call(getProfile, {}, titular);
  if (work !== null) return;
  await api.call(editProfile, { sector, country, region, website, listed, ...said }, { ...titular, version });
}
