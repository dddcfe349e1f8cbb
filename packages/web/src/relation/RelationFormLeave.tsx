import { useBlocker } from '@tanstack/react-router'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import type { Form } from './relation-form.state.ts'
import { relationFormText } from './relation-form.text.ts'

/** Asks before something typed is lost. To signing in one always gets: what was typed waits in this tab. */
export function RelationFormLeave({ form }: { form: Form }) {
  const text = useText(relationFormText)
  const blocker = useBlocker({
    shouldBlockFn: ({ next }) => next.pathname !== '/inloggen' && form.wouldLose(),
    enableBeforeUnload: form.wouldLose,
    withResolver: true,
  })
  function handleLeave() {
    form.release()
    blocker.proceed?.()
  }
  return (
    <Dialog
      open={blocker.status === 'blocked'}
      title={text.leaveTitle}
      onClose={() => blocker.reset?.()}
      actions={
        <>
          <Button variant="primary" onClick={() => blocker.reset?.()}>
            {text.stay}
          </Button>
          <Button onClick={handleLeave}>{text.leave}</Button>
        </>
      }
    >
      <p>{text.leaveText}</p>
    </Dialog>
  )
}
