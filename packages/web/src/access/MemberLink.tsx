import type { Invited } from '@weerklank/core/access/members.contract'
import { useEffect, useRef } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { CopyField } from '../ui/CopyField.tsx'
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
      {invited.link !== null && (
        <CopyField
          id="toegangslink"
          label={text.link}
          value={invited.link}
          copy={text.copy}
          copied={text.copied}
          copyFailed={text.copyFailed}
        />
      )}
      <div className="wk-actions">
        <Button variant="primary" onClick={onClose}>
          {text.done}
        </Button>
      </div>
    </div>
  )
}
