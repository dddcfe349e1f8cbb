import type { RuptureStep } from '@weerklank/core/feedback/rupture'
import type { Rupture, RuptureStepInput } from '@weerklank/core/feedback/rupture.contract'
import type { StepRefusal } from '@weerklank/core/feedback/rupture.path'
import { stepRefusalWord } from '@weerklank/core/feedback/rupture.words'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import { ApiError } from '../api/api-error.ts'
import type { Seen } from '../language/use-seen.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { notify } from '../ui/notices.ts'
import { useStep } from './rupture.actions.ts'
import { ruptureText } from './rupture.text.ts'

export type StepProps = {
  relation: string
  rupture: Rupture
  step: RuptureStep
  person: Participant
  participants: readonly Participant[]
  seen: Seen
}

/** What is done with one step, said with a way back. `problem`: why it could not be done. */
export function useStepDeeds(relation: string, rupture: Rupture, step: RuptureStep) {
  const text = useText(ruptureText)
  const language = useLanguage()
  const { mutateAsync, isPending, error } = useStep(relation, rupture.id)
  const known = rupture.steps.find((one) => one.step === step)
  const before: Partial<RuptureStepInput> =
    known === undefined
      ? { state: 'open' }
      : {
          ...{ state: known.state, text: known.text },
          ...(step === 'agree' && { agreement: rupture.agreement, reviewOn: rupture.reviewOn }),
          ...(step === 'outcome' && { outcome: rupture.outcome }),
        }

  async function put(input: Partial<RuptureStepInput>, said = text.stepKept): Promise<boolean> {
    try {
      await mutateAsync({ step, input })
    } catch {
      return false
    }
    const undo = () =>
      mutateAsync({ step, input: before }).then(
        () => undefined,
        () => notify({ text: text.failed }),
      )
    notify({ text: said, undo: () => void undo() })
    return true
  }

  const reason = error instanceof ApiError ? error.fields.step : undefined
  const problem = reason === undefined ? error?.message : stepRefusalWord(reason as StepRefusal, language)
  return { known, put, busy: isPending, problem }
}
