// Plain numbers, without schemas: the portal's public pages load them.

/** How long what concerns people is kept: purges delete by these numbers, and the privacy notice says them. */
export const retention = {
  /** A message or its address whose link nobody followed. */
  unconfirmedAddressDays: 7,
  unconfirmedMessageDays: 8,
  /** The address of a message once it is settled, and in any case. */
  settledAddressDays: 90,
  addressMonths: 12,
  unconfirmedApplicationDays: 7,
  /** The address of an application, since it was decided. */
  decidedApplicationDays: 30,
  /** An application that led to nothing, since its last change. */
  fruitlessApplicationMonths: 12,
  /** A file that no command came for. */
  uploadHours: 24,
  invitationDays: 14,
  /** The address of an invitation that was accepted, taken back or ran out. */
  endedInvitationDays: 30,
  /** The file of a designation letter once it holds no more; that there was one stays. */
  letterFileMonths: 60,
  /** The contact of an organisation of the map of actors, since it was last looked after. */
  actorContactMonths: 12,
  /** A new address of a person whose mail nobody answered, and the former one once it is told. */
  addressChangeDays: 7,
  /** The copy of somebody's data, made for them. */
  personalCopyDays: 3,
  /** Between the wish to be forgotten and the act; longer than answers are kept. */
  erasureDays: 7,
  sessionHours: 8,
  /** The longest time for which requests of an address are counted. */
  limitHours: 24,
  /** Rows of a sheet that was imported. */
  importRowDays: 90,
  /** To which mail a report about its delivery belongs. */
  bounceTokenDays: 30,
  /** To whom a mailing went; how many they were stays. */
  mailingRecipientDays: 180,
  /** That a mail was sent. */
  mailMonths: 12,
  /** A picture or file that no record names. */
  unnamedFileDays: 7,
  /** What was answered to a change, for who asks it again. */
  answerHours: 24,
  /** That a change was told within the platform, and that it was heard. */
  toldDays: 30,
  heardDays: 60,
} as const;

const aDay = 24 * 60 * 60 * 1000;

/** Days of so many months of a year of 365. */
export const daysOf = (months: number): number => Math.round((months * 365) / 12);
export const milliseconds = (days: number): number => days * aDay;
