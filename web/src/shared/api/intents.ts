/**
 * Idempotency keys by intent: the same request repeated, because its answer was lost or the service was away, goes out
 * under the key it had; once it was answered for good the next one gets a key of its own.
 */
export function makeIntents(newKey: () => string = () => crypto.randomUUID()) {
  const keys = new Map<string, string>();
  return {
    keyOf(request: string): string {
      const key = keys.get(request) ?? newKey();
      keys.set(request, key);
      return key;
    },
    settle(request: string): void {
      keys.delete(request);
    },
  };
}
