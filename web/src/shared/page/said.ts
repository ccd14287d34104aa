export interface Said {
  readonly words: string;
  /** The page it is said on: on another it means nothing. */
  readonly of: string;
  /** It is said for a page that is about to be opened. */
  readonly ahead: boolean;
}

/** Whether it is dropped: said of a page that is not at hand, unless that is only about to be. */
export const isOver = (said: Said | null, { at, moved }: { at: string; moved: boolean }): boolean =>
  said !== null && said.of !== at && (moved || !said.ahead);
