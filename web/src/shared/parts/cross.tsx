/** The cross of a chip that can be taken away, of a file that can be closed. */
export const Cross = () => (
  <svg viewBox="0 0 12 12" aria-hidden="true">
    <path d="M1.4 0 6 4.6 10.6 0 12 1.4 7.4 6l4.6 4.6-1.4 1.4L6 7.4 1.4 12 0 10.6 4.6 6 0 1.4Z" />
  </svg>
);
