import type { Invited } from '@weerklank/core/access/members.contract'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { membersText } from './members.text.ts'

type Props = { name: string; invited: Invited; onClose: () => void }

/** How someone hears that she can come in: by mail, by a link to pass on, or as she is used to. */
export function MemberLink({ name, invited, onClose }: Props) {
  const text = useText(membersText)
  const title = useRef<HTMLParagraphElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <div className="wk-stack">
      <p ref={title} tabIndex={-1}>
        {invited.link !== null && text.linkOnce}
        {invited.link === null && (invited.mailed ? text.mailed(name) : text.nothingSent(name))}
      </p>
      {invited.link !== null && <Address link={invited.link} />}
      <div className="wk-actions">
        <Button variant="primary" onClick={onClose}>
          {text.done}
        </Button>
      </div>
    </div>
  )
}

function Address({ link }: { link: string }) {
  const text = useText(membersText)
  const field = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')
  async function handleCopy() {
    try {
      await navigator.clipboard.writeText(link)
      setSaid(text.copied)
    } catch {
      // No clipboard without a secure connection, or it was refused.
      field.current?.select()
      setSaid(text.copyFailed)
    }
  }
  return (
    <div className="wk-field">
      <label className="wk-field__label" htmlFor="toegangslink">
        {text.link}
      </label>
      <input ref={field} id="toegangslink" className="wk-field__input" readOnly dir="ltr" value={link} />
      <div className="wk-actions">
        <Button icon="copy" onClick={handleCopy}>
          {text.copy}
        </Button>
      </div>
      <p className="wk-small" role="status">
        {said}
      </p>
    </div>
  )
}
