import type { ConsentReceipt } from '@weerklank/core/consent/consent.contract'
import { useEffect, useRef } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { consentAskText } from './consent-ask.text.ts'

type Props = { receipt: ConsentReceipt; name: string; onClose: () => void }

/** What a withdrawal did, line by line, in the words in which the person herself reads it. */
export function ConsentReceiptView({ receipt, name, onClose }: Props) {
  const text = useText(consentAskText)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <div className="wk-stack">
      <h3 ref={title} tabIndex={-1}>
        {text.receiptTitle}
      </h3>
      <ul className="wk-consent-receipt">
        {receipt.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="wk-muted wk-small">{text.receiptIntro(name)}</p>
      <div className="wk-actions">
        <Button variant="primary" onClick={onClose}>
          {text.done}
        </Button>
      </div>
    </div>
  )
}
