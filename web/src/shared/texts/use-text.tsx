import type { Text } from '@alianza/texts/text';
import { createContext, use } from 'react';

const TextContext = createContext<Text | null>(null);

/** Lends the texts of one language to everything inside. */
export const TextProvider = TextContext.Provider;

export function useText(): Text {
  const text = use(TextContext);
  if (text === null) throw new Error('useText outside TextProvider');
  return text;
}
