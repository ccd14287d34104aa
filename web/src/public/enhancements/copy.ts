async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** A button that copies the text of the element it names, and says beside it whether it did. */
export function copyOnPress(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const { copy = '', copied: done = '', failed = '' } = button.dataset;
    const said = button.parentElement?.querySelector('[role=status]');
    button.addEventListener('click', () => {
      void copied(document.getElementById(copy)?.textContent ?? '').then((isCopied) => {
        if (said) said.textContent = isCopied ? done : failed;
      });
    });
  }
}
