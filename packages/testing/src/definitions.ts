import type { ServiceName } from '@alianza/contracts/access';
import { definitions } from '@alianza/local/services';
import type { ServiceDefinition } from '@alianza/platform/run/service-definition';

export function definitionOf(name: ServiceName): ServiceDefinition {
  const found = definitions.find((definition) => definition.name === name);
  if (!found) throw new Error(`no service ${name}`);
  return found;
}
