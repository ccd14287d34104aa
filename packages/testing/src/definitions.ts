import type { ServiceName } from '@alianza/contracts/access';
import type { ServiceDefinition } from '@alianza/platform/run/service-definition';
import { definition as audit } from '@alianza/audit/service';
import { definition as gateway } from '@alianza/gateway/service';
import { definition as membership } from '@alianza/membership/service';
import { definition as notifications } from '@alianza/notifications/service';
import { definition as repository } from '@alianza/repository/service';

/** All services, in the order in which they start. */
export const definitions: readonly ServiceDefinition[] = [membership, repository, notifications, audit, gateway];

export function definitionOf(name: ServiceName): ServiceDefinition {
  const found = definitions.find((definition) => definition.name === name);
  if (!found) throw new Error(`no service ${name}`);
  return found;
}
