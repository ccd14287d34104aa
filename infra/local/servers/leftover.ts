import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** What identifies a process beyond its number, which another may get after it: its start, where the system tells. */
export function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/** Whether the process of that number, begun at that moment, still runs. */
export const isRunning = (pid: number, start: string | null): boolean => isAlive(pid) && (start === null || startOf(pid) === start);

/**
 * A server that a killed launcher left behind on the same data: it is asked to end, so that the data can be opened again. The number in its
 * file counts only if that process names the same folder; where the system does not tell, the server itself will refuse.
 */
export async function endLeftover(pidFile: string, folder: string): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
  const commandLine = `/proc/${pid}/cmdline`;
  if (!existsSync(commandLine) || !readFileSync(commandLine, 'utf8').includes(folder)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid) && waited < 100; waited++) await pause(100);
}
