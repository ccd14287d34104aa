import { Injectable } from '@nestjs/common';
import { EntityManager, LockMode, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { preferencesEdited, type editPreferences, type Preferences } from '@alianza/contracts/notifications/notices';
import type { InputOf } from '@alianza/contracts/operation';
import { expectVersion, type Call, type Origin } from '@alianza/platform/calls/call';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { Notice } from '../notices/notice.entity.js';
import { choiceOf, Preference, usual, type Choice } from './preference.entity.js';
import { beginPreference } from './preferences.queries.js';

/** Whose choice, in which network. */
interface Whose {
  readonly networkId: string;
  readonly personId: string;
}

@Injectable()
export class PreferencesService {
  constructor(private readonly em: EntityManager) {}

  async get(call: Call): Promise<Preferences> {
    return view(await this.find({ networkId: call.network, personId: call.personId }));
  }

  async edit(choice: InputOf<typeof editPreferences>, call: Call): Promise<Preferences> {
    const whose = { networkId: call.network, personId: call.personId };
    const known = await this.find(whose);
    expectVersion(view(known), call);
    return view(await this.put(known, { ...whose, ...choice }, call).catch(refuseSecond));
  }

  /** What is chosen now, and a part of it otherwise; for who does not look at a version. */
  async change(whose: Whose, change: (choice: Choice) => Partial<Choice>, origin: Origin): Promise<Partial<Choice>> {
    if (Object.keys(change(await this.choiceOf(whose))).length === 0) return {};
    const known = await this.alone(whose);
    const choice = choiceOf(known);
    const changed = change(choice);
    if (Object.keys(changed).length > 0) await this.put(known, { ...whose, ...choice, ...changed }, origin);
    return changed;
  }

  /** The row, made where there was none; nobody else changes it until the end of this transaction. */
  private async alone({ networkId, personId }: Whose): Promise<Preference> {
    await beginPreference(this.em, { ...usual, networkId, personId });
    return this.em.findOneOrFail(Preference, { networkId, personId }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  }

  async choiceOf(whose: Whose): Promise<Choice> {
    return choiceOf((await this.find(whose)) ?? usual);
  }

  private async put(known: Preference | null, { networkId, personId, ...choice }: Whose & Choice, origin: Origin): Promise<Preference> {
    const preference = known ?? this.em.create(Preference, { ...usual, version: 1, id: newId(), networkId, personId });
    preference.choose(choice);
    await this.em.persist(preference).flush();
    await this.forgetWaiting(preference);
    record(this.em, origin, preferencesEdited, {
      aggregateId: preference.id,
      aggregateVersion: preference.version,
      data: choiceOf(preference),
    });
    return preference;
  }

  /** What nobody wants by mail any more no longer waits for the next summary; what was to wait for one still does where mails come at once now. */
  private async forgetWaiting({ networkId, personId, taskMail, newsMail }: Preference): Promise<void> {
    const unwanted = [taskMail === 'never' ? ['task' as const] : [], newsMail === 'never' ? ['news' as const] : []].flat();
    if (unwanted.length === 0) return;
    await this.em.nativeUpdate(Notice, { networkId, personId, awaitsDigest: true, kind: unwanted }, { awaitsDigest: false });
  }

  private find({ networkId, personId }: Whose): Promise<Preference | null> {
    return this.em.findOne(Preference, { networkId, personId });
  }
}

/** Of two first choices at once the later one was made without knowing the earlier. */
function refuseSecond(error: unknown): never {
  throw error instanceof UniqueConstraintViolationException ? new DomainError(generalErrors['version-stale'], { current: 1 }) : error;
}

const view = (preference: Preference | null): Preferences => ({ ...choiceOf(preference ?? usual), version: preference?.version ?? 0 });
