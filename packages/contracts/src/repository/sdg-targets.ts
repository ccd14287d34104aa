import { z } from 'zod';

/** Numbered and lettered targets of each goal, 169 in all (UN General Assembly, A/RES/71/313). */
const targets = [
  [5, 2],
  [5, 3],
  [9, 4],
  [7, 3],
  [6, 3],
  [6, 2],
  [3, 2],
  [10, 2],
  [5, 3],
  [7, 3],
  [7, 3],
  [8, 3],
  [3, 2],
  [7, 3],
  [9, 3],
  [10, 2],
  [19, 0],
] as const;

const form = /^(\d{1,2})\.(?:([1-9]\d?)|([a-d]))$/;

/** What is written like `5.4` or `8.b`. */
export const SdgTarget = z
  .string()
  .max(5)
  .regex(/^\d{1,2}\.[0-9a-d]{1,2}$/);

/** Whether the Agenda 2030 has such a target. */
export function isSdgTarget(id: string): boolean {
  const [, goal, number, letter] = form.exec(id) ?? [];
  const [numbers = 0, letters = 0] = targets[Number(goal) - 1] ?? [];
  return number === undefined ? letter !== undefined && letter.charCodeAt(0) - 96 <= letters : Number(number) <= numbers;
}
