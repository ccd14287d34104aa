import { Child } from '@alianza/local/servers/child';
import { freePort } from '@alianza/local/servers/free-port';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { eventually } from '../eventually.js';

/** Adobe's server that speaks S3; not the real one, but as strict about parts, prefixes and errors. It needs Java 17. */
const version = '4.11.0';
const root = path.resolve(import.meta.dirname, '../../../..');
const cache = path.join(root, '.cache/s3mock');
const logFile = path.join(root, '.cache/s3mock.log');
const artifact = `com.adobe.testing:s3mock:${version}:jar:exec`;
const plugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';

async function step(args: readonly string[]): Promise<void> {
  const child = new Child('mvn', ['-B', '-q', `-Dartifact=${artifact}`, '-Dtransitive=false', ...args], { logFile });
  if ((await child.ended) !== 0) throw new Error(`fetching S3Mock: ${child.said.slice(-800)} (${logFile})`);
}

/** Fetched through Maven by its coordinates, once; an interrupted attempt leaves nothing that looks finished. */
async function jar(): Promise<string> {
  const kept = path.join(cache, `s3mock-${version}.jar`);
  if (existsSync(kept)) return kept;
  const draft = path.join(cache, `draft-${String(process.pid)}`);
  mkdirSync(draft, { recursive: true });
  try {
    await step([`${plugin}:get`]);
    await step([`-DoutputDirectory=${draft}`, `${plugin}:copy`]);
    renameSync(path.join(draft, readdirSync(draft).find((name) => name.endsWith('.jar')) ?? ''), kept);
    return kept;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

export interface S3Server {
  readonly url: string;
  stop(): Promise<void>;
}

/** On free ports, with its files in a folder of the caller's. */
export async function startS3(dir: string): Promise<S3Server> {
  const [http, https] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${String(http)}`;
  const options = ['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', `-Djava.io.tmpdir=${dir}`];
  const settings = [
    `--com.adobe.testing.s3mock.http-port=${String(http)}`,
    `--server.port=${String(https)}`,
    `--com.adobe.testing.s3mock.store.root=${path.join(dir, 's3')}`,
  ];
  const child = new Child('java', [...options, '-jar', await jar(), ...settings], { logFile, cwd: dir });
  const answers = async () => {
    if (child.hasEnded) throw new Error(`S3Mock ended by itself: ${child.said.slice(-1500)}`);
    return (await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => null))?.ok ?? false;
  };
  try {
    await eventually(answers, 200_000);
  } catch (error) {
    await child.stop();
    throw error;
  }
  return { url, stop: () => child.stop() };
}
