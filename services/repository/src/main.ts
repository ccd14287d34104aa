import { runService } from '@alianza/platform/run/run-service';
import { definition } from './service.js';

await runService(definition);
