/** Enough to catch a slip of the hand; the service has the last word. */
export const looksLikeAddress = (value = ''): boolean => /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(value.trim());
