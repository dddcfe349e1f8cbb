import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FieldError } from '../ui/FieldError.tsx'
import { notify } from '../ui/notices.ts'
import { useTakeDownPractice } from './practice.queries.ts'
import { practiceText } from './practice.text.ts'

type Props = { story: string /** Null for the story itself. */; addition: string | null }

/** A colleague who knows a client again takes it out of sight at once. */
export function PracticeTakeDown({ story, addition }: Props) {
  const text = useText(practiceText)
  const [isAsking, setAsking] = useState(false)
  const takeDown = useTakeDownPractice(story)
  const navigate = useNavigate()
  const handleTakeDown = () =>
    takeDown.mutate(addition, {
      onSuccess: () => {
        setAsking(false)
        notify({ text: text.takenDown })
        if (addition === null) void navigate({ to: '/kennis/praktijk' })
      },
    })
  return (
    <>
      <Button variant="quiet" icon="eye" onClick={() => setAsking(true)}>
        {text.takeDown}
      </Button>
      <Dialog
        open={isAsking}
        title={text.takeDownTitle}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{text.keep}</Button>
            <Button variant="primary" busy={takeDown.isPending} onClick={handleTakeDown}>
              {text.takeDownDo}
            </Button>
          </>
        }
      >
        <p>{text.takeDownText}</p>
        <FieldError id="uit-het-zicht">{takeDown.error?.message}</FieldError>
      </Dialog>
    </>
  )
}
