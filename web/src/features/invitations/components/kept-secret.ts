import { useEffect } from 'react';
import { usePlace } from '../../../shared/session/place.js';
import { useSecret } from '../../../shared/session/secret.js';

const secretKey = (network: string) => `alianza.invitation.${network}`;
const nameKey = (network: string) => `alianza.invitation.${network}.name`;

/** The secret outlives the way to the provider and back, in this tab only. */
export function useInvitationSecret(): string | null {
  const { network } = usePlace();
  const found = useSecret();
  useEffect(() => {
    if (found !== null) sessionStorage.setItem(secretKey(network), found);
  }, [found, network]);
  return found ?? sessionStorage.getItem(secretKey(network));
}

/** The name typed before leaving for the provider: who comes back with one has said yes already. */
export const keepName = (network: string, name: string): void => sessionStorage.setItem(nameKey(network), name);
export const keptName = (network: string): string | null => sessionStorage.getItem(nameKey(network));

export function forgetInvitation(network: string): void {
  sessionStorage.removeItem(secretKey(network));
  sessionStorage.removeItem(nameKey(network));
}
