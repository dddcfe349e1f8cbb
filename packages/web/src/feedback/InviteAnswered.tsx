import { useEffect, useRef } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { answersId } from './check-people.ts'
import { inviteDialogText } from './invite-dialog.text.ts'

/** While the code was on the screen, the answer came in. */
export function InviteAnswered({ name, onClose }: { name: string; onClose: () => void }) {
  const text = useText(inviteDialogText)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  function handleSee() {
    onClose()
    // After the dialog has given the focus back.
    setTimeout(() => {
      const answers = document.getElementById(answersId)
      answers?.scrollIntoView({ block: 'center' })
      answers?.focus({ preventScroll: true })
    })
  }
  return (
    <div className="wk-stack wk-invite__answered" role="status">
      <h3 ref={title} tabIndex={-1}>
        <Icon name="check" />
        {text.answeredTitle}
      </h3>
      <p>{text.answeredText(name)}</p>
      <div className="wk-actions">
        <Button variant="primary" onClick={handleSee}>
          {text.toAnswer}
        </Button>
      </div>
    </div>
  )
}
