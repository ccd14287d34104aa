// Plain numbers, without schemas: forms show with them what the contract will say.

/** What the portal sets its accent on, and the text it sets on the accent: the same as in its tokens (web/src/shared/styles/tokens.css). */
export const grounds = {
  light: { paper: '#fbfaf7', surface: '#ffffff', onColour: '#ffffff' },
  dark: { paper: '#17141e', surface: '#211d2b', onColour: '#17141e' },
} as const;

/** Text of any size, WCAG 2.2, 1.4.3 at AA. */
export const leastContrast = 4.5;

type Channels = readonly [number, number, number];
const channelsOf = (colour: string): Channels =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Channels;
const colourOf = (channels: readonly number[]): string =>
  `#${channels.map((one) => Math.round(one).toString(16).padStart(2, '0')).join('')}`;

/** As `color-mix(in srgb, …)` does it: `share` of the first. */
export function mix(one: string, other: string, share: number): string {
  const [first, second] = [channelsOf(one), channelsOf(other)];
  return colourOf(first.map((value, at) => value * share + (second[at] ?? 0) * (1 - share)));
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red, green, blue] = channelsOf(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, contrast ratio: from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Of the accent in the tint of what is chosen or quoted. */
const washShare = 0.07;

/** The least contrast that the accent has with anything it meets in a theme. */
export function contrastIn(theme: keyof typeof grounds, accent: string): number {
  const { paper, surface, onColour } = grounds[theme];
  return Math.min(...[paper, surface, onColour, mix(accent, paper, washShare)].map((ground) => contrast(accent, ground)));
}

/** The colour that stands for an accent on dark paper: as much lighter as it takes to be read there. */
function onDark(accent: string): string {
  const lighter = Array.from({ length: 51 }, (_none, step) => mix('#ffffff', accent, step / 50));
  return lighter.find((colour) => contrastIn('dark', colour) >= leastContrast + 2) ?? '#ffffff';
}

/** An accent for both themes. */
export interface Accent {
  readonly light: string;
  readonly dark: string;
}

/** Null where it could not be read on light paper, or light text on it. */
export const accentOf = (colour: string): Accent | null =>
  contrastIn('light', colour) >= leastContrast ? { light: colour, dark: onDark(colour) } : null;
