import type { MemberFile } from '@alianza/contracts/membership/directory/members';
import type { Localized, PortalLanguage } from '@alianza/contracts/shapes';
import { inBoth, isOriginalElsewhere, writtenInBoth, type InBoth } from '../../../shared/texts/written-in-both.js';
import { saidBy, valuesOf, wrongIn, type ProfileValues, type WrongValue } from './profile-values.js';

/** What the secretariat puts right: what an organisation says of itself, what it is called, and why. */
export interface CorrectionValues extends ProfileValues {
  readonly nameOriginal: PortalLanguage;
  /** As it was read: it may be written in languages that are not asked here. */
  readonly nameBefore: Localized;
  readonly name: InBoth;
  readonly acronym: string;
  /** It was really called so before; no where it only stood there misspelt. */
  readonly wasCalled: boolean;
  readonly reason: string;
}

const portal = (lang: string): PortalLanguage => (lang === 'en' ? 'en' : 'es');

export const correctionOf = (member: MemberFile): CorrectionValues => ({
  ...valuesOf(member),
  nameOriginal: portal(member.called.original),
  nameBefore: member.called,
  name: inBoth(member.called),
  acronym: member.acronym ?? '',
  wasCalled: false,
  reason: '',
});

const nameOf = ({ nameOriginal: original, name, nameBefore: before }: CorrectionValues): Localized =>
  writtenInBoth({ original, text: name, before }) ?? { original };

/** As the contract wants it: what is shown in public is not the secretariat's to say. */
export function correctionSaid(values: CorrectionValues) {
  const { shows: _shows, listed: _listed, ...said } = saidBy(values);
  const acronym = values.acronym.trim();
  return {
    ...said,
    name: nameOf(values),
    acronym: acronym === '' ? null : acronym,
    wasCalled: values.wasCalled,
    reason: values.reason.trim(),
  };
}

export function wrongInCorrection(values: CorrectionValues): readonly WrongValue[] {
  const { nameOriginal, nameBefore, name, reason } = values;
  return [
    ...(name[nameOriginal].trim() === '' && !isOriginalElsewhere(nameBefore)
      ? [{ id: `name-${nameOriginal}`, key: 'members.correct.nameMissing' }]
      : []),
    ...wrongIn(values),
    ...(reason.trim() === '' ? [{ id: 'reason', key: 'members.correct.reasonMissing' }] : []),
  ];
}
