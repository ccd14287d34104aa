import { makeText, type Messages, type Text } from '@alianza/texts/text';

/** `…/es/home.json` holds the area `home`. */
const areaOf = (file: string) => file.slice(file.lastIndexOf('/') + 1, -'.json'.length);

export const textOf = (lang: string, files: Readonly<Record<string, Messages>>): Text =>
  makeText(lang, Object.fromEntries(Object.entries(files).map(([file, messages]) => [areaOf(file), messages])));
