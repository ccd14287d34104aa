import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { productionFiles } from './production.js';

// `npm run nats:config`, after an operation, an event or a consumer has come or gone.
for (const [file, text] of Object.entries(productionFiles())) writeFileSync(file, text);
