import { useEffect, type ReactNode } from 'react';
import { Dialog, Heading, I18nProvider, Modal, ModalOverlay } from 'react-aria-components';
import { toTitle } from './page.js';
import { useText } from '../texts/use-text.js';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A button that is disabled while it waits loses the focus, and the dialog with it the keys: Esc closes all the same. */
function useEscape(onClose: () => void): void {
  useEffect(() => {
    const listen = ({ key }: KeyboardEvent) => {
      if (key === 'Escape' && document.activeElement === document.body) onClose();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [onClose]);
}

/** After the focus was given back, which cannot be where the answer took away what had asked; what is being read stays where it is. */
function useWayBack(): void {
  const back = () => toTitle({ preventScroll: true });
  useEffect(() => () => void requestAnimationFrame(() => requestAnimationFrame(back)), []);
}

/** A question over the page: focus stays inside, Esc closes, and focus returns to where it was, or to the title. */
export function AppDialog({ title, onClose, children }: Props) {
  const { lang } = useText();
  useEscape(onClose);
  useWayBack();
  return (
    <I18nProvider locale={lang}>
      <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
        <Modal className="modal">
          <Dialog className="dialog">
            <Heading slot="title">{title}</Heading>
            {children}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}
