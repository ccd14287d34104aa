/** Every process and file that the run made goes with it. */
export default async function tearDown() {
  await globalThis.alianzaServers?.stop();
}
