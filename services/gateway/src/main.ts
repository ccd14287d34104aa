import { runProcess } from '@alianza/platform/run/run-service';
import { startGateway } from './start.js';

await runProcess(startGateway);
