import { type Lean, leans } from '@weerklank/core/team/tension'
import type { Tension } from '@weerklank/core/team/tension.contract'
import { type FormEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { useLookAtTension, useTakeBackLooks } from './tension.queries.ts'
import { tensionText } from './tension.text.ts'
import { useCircleDay } from './use-circle-day.ts'

const unset = 'see'

/** Where one sees us lean today, in confidence; or only that one sees it. */
export function TensionLook({ relation, tension }: { relation: string; tension: Tension }) {
  const text = useText(tensionText)
  const day = useCircleDay()
  const at = { relation, tension: tension.id }
  const look = useLookAtTension(at)
  const takeBack = useTakeBackLooks(at)
  const [chosen, setChosen] = useState<string | null>(startOf(tension))
  const [isMissing, setMissing] = useState(false)
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    setMissing(chosen === null)
    if (chosen === null || look.isPending) return
    look.mutate({ lean: leans.find((lean) => `${lean}` === chosen) ?? null })
  }
  const line = leans.map((lean: Lean, index) => ({
    value: `${lean}`,
    label: text.leans[index]?.(tension.left, tension.right) ?? '',
  }))
  return (
    <div className="wk-small wk-no-print">
      {tension.mine !== null && (
        <p>
          {text.mine(day(tension.mine.on))}{' '}
          <TextButton onClick={() => takeBack.mutate(null, { onSuccess: () => setChosen(null) })}>
            {text.takeBack}
          </TextButton>
        </p>
      )}
      <Disclosure label={text.look}>
        <form className="wk-stack" noValidate onSubmit={handleSubmit}>
          <RadioGroup
            {...{ id: `look-${tension.id}`, label: text.look, hint: text.lookHint, value: chosen }}
            error={isMissing ? text.missing : undefined}
            options={[...line, { value: unset, label: text.onlySee }]}
            onChange={setChosen}
          />
          <FormEnd error={(look.error ?? takeBack.error)?.message} busy={look.isPending} variant="outline">
            {text.lookKeep}
          </FormEnd>
        </form>
      </Disclosure>
    </div>
  )
}

const startOf = ({ mine }: Tension): string | null =>
  mine === null ? null : mine.lean === null ? unset : `${mine.lean}`
