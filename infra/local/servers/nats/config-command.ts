import 'reflect-metadata';
import { productionText } from './production.js';

// `npm run --silent nats:config > infra/nats/nats.conf`, after an operation, an event or a consumer has come or gone.
process.stdout.write(productionText());
