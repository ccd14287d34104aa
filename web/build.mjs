// The portal in production's form: first what the browser fetches, then the pages that the server writes, which name those files.
import { build } from 'vite';

process.chdir(import.meta.dirname);
process.env.NODE_ENV = 'production';
await build({ logLevel: 'warn', mode: 'production' });
await build({ logLevel: 'warn', mode: 'production', build: { ssr: true } });
