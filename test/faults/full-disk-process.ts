// Gateway and repository in a process that sees a disk of its own; see full-disk.disk.spec.ts.
import { startGateway } from '@alianza/gateway/start';
import { startService } from '@alianza/platform/run/run-service';
import type { Environment } from '@alianza/platform/run/config';
import { definitionOf } from '@alianza/testing/definitions';

const environments = JSON.parse(process.env.ENVIRONMENTS ?? '') as Readonly<Record<'repository' | 'gateway', Environment>>;
const repository = await startService(definitionOf('repository'), environments.repository);
const gateway = await startGateway(environments.gateway);

process.once('SIGTERM', () => {
  void gateway
    .close()
    .then(() => repository.close())
    .finally(() => process.exit(0));
});
process.stdout.write('both are there\n');
