import type { Role } from '../../access.js';

/** Roles in a network as a whole, in the order in which they are told. */
export const networkWideRoles = ['secretariat-lead', 'secretariat', 'reviewer', 'external-reviewer', 'auditor'] as const;
export type NetworkWideRole = (typeof networkWideRoles)[number];

const ofSecretariat: readonly NetworkWideRole[] = ['reviewer', 'external-reviewer'];

/** Which of them whoever holds these roles gives and ends: the lead all, the secretariat those who review. */
export function grantableBy(held: readonly Role[]): readonly NetworkWideRole[] {
  if (held.includes('secretariat-lead')) return networkWideRoles;
  return held.includes('secretariat') ? ofSecretariat : [];
}
