import { expect, it } from '@jest/globals';
import { newNkey } from '@alianza/platform/nats/nkeys';
import { newKeyPair } from '@alianza/platform/principals/keys';
import { startGateway } from './start.js';

const { privateKey, publicKey } = newKeyPair();
const environment = {
  NODE_ENV: 'production',
  NATS_URL: '127.0.0.1:1',
  NATS_NKEY_SEED: newNkey().seed,
  DATABASE_URL: 'postgresql://alianza_gateway:3f9c1d@127.0.0.1:1/alianza_gateway',
  SERVICE_KEY: privateKey,
  TRUSTED_KEYS: JSON.stringify({ gateway: publicKey }),
  FILES_DIR: '/nowhere',
  LOG_LEVEL: 'silent',
  ORIGIN: 'https://alianza.example.org',
  WEB_DIST: '/nowhere',
};

it.each(['MAILBOX_UPSTREAM', 'OIDC_UPSTREAM'])('refuses %s in production, before it connects to anything', async (key) => {
  await expect(startGateway({ ...environment, [key]: 'http://127.0.0.1:1' })).rejects.toThrow(`configuration: ${key}`);
});

it('names what is wrong with its configuration', async () => {
  await expect(startGateway({ ...environment, ORIGIN: 'ftp://alianza.example.org', PORT: 'x' })).rejects.toThrow(
    /^configuration: PORT \(.*ORIGIN/,
  );
});
