// `npm start`
import { fileURLToPath } from 'node:url';
import { runInstalled } from './installed.mjs';

await runInstalled(fileURLToPath(new URL('main.ts', import.meta.url)), process.argv.slice(2));
