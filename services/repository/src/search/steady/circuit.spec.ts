import { describe, expect, it } from '@jest/globals';
import { Circuit, CircuitOpenError } from './circuit.js';

const failing = () => Promise.reject(new Error('down'));

async function broken(): Promise<{ circuit: Circuit; at: (milliseconds: number) => void }> {
  let now = 0;
  const circuit = new Circuit(() => now);
  for (let turn = 0; turn < 3; turn++) await expect(circuit.run(failing)).rejects.toThrow('down');
  return { circuit, at: (milliseconds) => (now = milliseconds) };
}

describe('a circuit', () => {
  it('lets everybody ask while failures are single', async () => {
    const circuit = new Circuit(() => 0);
    for (let turn = 0; turn < 10; turn++) {
      await expect(circuit.run(failing)).rejects.toThrow('down');
      await expect(circuit.run(() => Promise.resolve(turn))).resolves.toBe(turn);
    }
  });

  it('asks nobody after three failures in a row, until its pause is over', async () => {
    const { circuit, at } = await broken();
    let asked = 0;
    const work = () => Promise.resolve(++asked);
    at(999);
    await expect(circuit.run(work)).rejects.toThrow(CircuitOpenError);
    expect(asked).toBe(0);
    at(1000);
    await expect(circuit.run(work)).resolves.toBe(1);
    await expect(circuit.run(work)).resolves.toBe(2);
  });

  it('lets one try again, not everybody who waits', async () => {
    const { circuit, at } = await broken();
    at(1000);
    let finish: (value: string) => void = () => undefined;
    const first = circuit.run(() => new Promise<string>((resolve) => (finish = resolve)));
    await expect(circuit.run(() => Promise.resolve('second'))).rejects.toThrow(CircuitOpenError);
    finish('first');
    await expect(first).resolves.toBe('first');
  });

  it('waits twice as long after each try that fails, half a minute at most', async () => {
    const { circuit, at } = await broken();
    let now = 1000;
    for (const pause of [2000, 4000, 8000, 16_000, 30_000, 30_000]) {
      at(now);
      await expect(circuit.run(failing)).rejects.toThrow('down');
      at(now + pause - 1);
      await expect(circuit.run(failing)).rejects.toThrow(CircuitOpenError);
      now += pause;
    }
  });
});
