import './dialog.css'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from './Button.tsx'
import { uiText } from './ui.text.ts'

type Props = {
  open: boolean
  title: string
  /** Asked for by Escape or the close button. */
  onClose: () => void
  children: ReactNode
  /** Buttons that say what happens; leave out when a form inside has its own. */
  actions?: ReactNode
}

/** The browser keeps focus inside, gives it back afterwards, and closes on Escape. */
export function Dialog({ open, title, onClose, children, actions }: Props) {
  const text = useText(uiText)
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (!open || element === null) return
    element.showModal()
    return () => element.close()
  }, [open])
  return (
    <dialog ref={dialog} className="wk-dialog" aria-labelledby={titleId} onClose={onClose}>
      {open && (
        <div className="wk-dialog__page">
          <div className="wk-dialog__head">
            <h2 id={titleId}>{title}</h2>
            <Button variant="quiet" icon="cross" onClick={onClose}>
              {text.close}
            </Button>
          </div>
          {children}
          {actions !== undefined && <div className="wk-actions">{actions}</div>}
        </div>
      )}
    </dialog>
  )
}
