interface Asked {
  readonly isAsked: boolean;
  /** Sessions that are still seen, one's own among them. */
  readonly left: number;
  /** It takes longer than it is waited for. */
  readonly late: boolean;
}

/** How far the closing of the other sessions is: on its way, seen to be done, or not done for long; null where nobody asked for it. */
export function closing({ isAsked, left, late }: Asked): 'ended' | 'closed' | 'still' | null {
  if (!isAsked) return null;
  if (left <= 1) return 'closed';
  return late ? 'still' : 'ended';
}
