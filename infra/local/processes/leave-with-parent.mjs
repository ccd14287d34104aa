// Loaded before a service that a launcher runs: when the launcher is gone, however it went, the service drains and leaves too.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
