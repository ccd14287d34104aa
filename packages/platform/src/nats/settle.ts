import { isObservable, lastValueFrom } from 'rxjs';

/** A handler of Nest answers with a value or, once an interceptor or a filter had its say, with an observable. */
export async function settle(answer: unknown): Promise<unknown> {
  const value = await answer;
  return isObservable(value) ? lastValueFrom(value, { defaultValue: undefined }) : value;
}
