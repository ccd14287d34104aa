/** A run that is ended from outside ends what it started, too. */
export function endWithRun(stop) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => void Promise.resolve(stop()).finally(() => process.exit(1)));
}
