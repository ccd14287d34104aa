// The product in one process, as `npm start` runs it; beside its gateway a second one that keeps and shares no answers.
import 'reflect-metadata';
import type { ServiceName } from '@alianza/contracts/access';
import { Callers } from '@alianza/gateway/callers/callers';
import { startGateway } from '@alianza/gateway/start';
import { definitions } from '@alianza/local/services';
import { hopsOf, type FinishedSpan, type HopTime } from '@alianza/platform/observe/hops';
import { listenToSpans } from '@alianza/platform/observe/spans';
import type { Environment } from '@alianza/platform/run/config';
import { startService } from '@alianza/platform/run/run-service';
import { startProfile, stopProfile } from './profile.js';

export interface ProductSettings {
  readonly environments: Readonly<Record<ServiceName, Environment>>;
  /** Where the gateway that keeps nothing listens. */
  readonly plainPort: number;
  /** Where a gateway listens that asks once who somebody is and never again, writes included: what asking costs is measured against it. */
  readonly knownPort: number;
  /** Whether every request is traced, which costs time of its own. */
  readonly observed: boolean;
}

interface Stoppable {
  close(): Promise<unknown>;
}
const running: Stoppable[] = [];

const spans: FinishedSpan[] = [];

async function start({ environments, plainPort, knownPort, observed }: ProductSettings): Promise<void> {
  if (observed)
    listenToSpans((span) => {
      const { startTime, endTime, attributes, parentSpanContext } = span;
      spans.push({ startTime, endTime, attributes, parentSpanContext, spanContext: () => span.spanContext() });
    });
  const behind = definitions.filter(({ name }) => name !== 'gateway');
  running.push(...(await Promise.all(behind.map((definition) => startService(definition, environments[definition.name])))));
  running.push(await startGateway(environments.gateway));
  running.push(await startGateway({ ...environments.gateway, PORT: String(plainPort), KEEP_PUBLIC_MS: '0' }));
  const known = await startGateway({ ...environments.gateway, PORT: String(knownPort) });
  askOnce(known.get(Callers, { strict: false }));
  running.push(known);
}

type Resolve = (
  proof: { readonly subject: string },
  place: { readonly networkId: string | null; readonly actingFor: string | null },
) => Promise<unknown>;

/** For measuring alone: no product forgets for so long what somebody may not do any more. */
function askOnce(callers: Callers): void {
  const { resolve } = callers as unknown as { resolve: Resolve };
  const known = new Map<string, Promise<unknown>>();
  const once: Resolve = (proof, place) => {
    const key = [proof.subject, place.networkId, place.actingFor].join(' ');
    const asked = known.get(key) ?? resolve.call(callers, proof, place);
    known.set(key, asked);
    return asked;
  };
  Object.assign(callers, { resolve: once });
}

async function stop(): Promise<void> {
  for (const app of running.splice(0).reverse()) await app.close();
}

/** Begin a profile (null) or say where it goes; tell, and forget, where the time of the requests since went. */
type Told = ProductSettings | { readonly profile: string | null } | { readonly hops: true };

async function obey(told: Told): Promise<'ready' | HopTime[]> {
  if ('hops' in told) return hopsOf(spans.splice(0));
  if (!('profile' in told)) await start(told);
  else await (told.profile === null ? startProfile() : stopProfile(told.profile));
  return 'ready';
}

process.on('message', (told: Told) => {
  void obey(told).then(
    (said) => process.send?.(said),
    (error: unknown) => process.send?.(String(error)),
  );
});
process.once('disconnect', () => void stop().finally(() => process.exit()));
