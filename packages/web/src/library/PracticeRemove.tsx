import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FieldError } from '../ui/FieldError.tsx'
import { useRemovePractice } from './practice.queries.ts'
import { practiceText } from './practice.text.ts'

/** Removes a story of one's own, after asking. */
export function PracticeRemove({ id }: { id: string }) {
  const text = useText(practiceText)
  const [isAsking, setAsking] = useState(false)
  const remove = useRemovePractice(id)
  const navigate = useNavigate()
  const handleRemove = () =>
    remove.mutate(undefined, { onSuccess: () => void navigate({ to: '/kennis/praktijk' }) })
  return (
    <div className="wk-no-print">
      <Button variant="quiet" onClick={() => setAsking(true)}>
        {text.remove}
      </Button>
      <Dialog
        open={isAsking}
        title={text.removeTitle}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{text.keep}</Button>
            <Button variant="destructive" busy={remove.isPending} onClick={handleRemove}>
              {text.remove}
            </Button>
          </>
        }
      >
        <p>{text.removeText}</p>
        <FieldError id="verhaal-weg">{remove.error?.message}</FieldError>
      </Dialog>
    </div>
  )
}
