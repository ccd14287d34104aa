/** Milliseconds between two lines of the log that say why the same thing cannot be. */
const between = 30_000;

/** Said at once and then every half minute, however often it happens. */
export function rarely(say: (error: unknown) => void): (error: unknown) => void {
  let last = -Infinity;
  return (error) => {
    if (performance.now() - last < between) return;
    last = performance.now();
    say(error);
  };
}
