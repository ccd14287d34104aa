import { afterAll, beforeAll } from '@jest/globals';
import { directoryContract } from '@alianza/testing/identity/directory-contract';
import { openEmbeddedProvider } from '@alianza/testing/identity/embedded-provider';

let provider: Awaited<ReturnType<typeof openEmbeddedProvider>>;

beforeAll(async () => {
  provider = await openEmbeddedProvider();
}, 30_000);
afterAll(() => provider.close());

directoryContract('the embedded issuer', () => provider);
