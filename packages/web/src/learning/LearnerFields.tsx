import type { LearnerLine } from '@weerklank/core/learning/learner.contract'
import { voices } from '@weerklank/core/relation/relation'
import { voiceWord } from '@weerklank/core/relation/relation.words'
import { type SubmitEvent, useState } from 'react'
import { isConflict } from '../api/is-conflict.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { learnersText } from './learners.text.ts'
import { useEditLearner } from './trajectory.queries.ts'

type Props = { trajectory: string; learner: LearnerLine }

/** How somebody is named and reached. */
export function LearnerFields({ trajectory, learner }: Props) {
  const text = useText(learnersText)
  const language = useLanguage()
  const edit = useEditLearner(trajectory, learner.id)
  const { name, email, organisation, function: work, voice, version } = learner
  const [draft, setDraft] = useState({ name, email, organisation, function: work, voice })
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    if (edit.isPending) return
    try {
      await edit.mutateAsync({ ...draft, version, address: learner.address, language: learner.language })
      notify({ text: text.saved })
    } catch {
      // Said at the end of the form.
    }
  }
  const error = edit.error === null ? undefined : isConflict(edit.error) ? text.conflict : edit.error.message
  return (
    <Disclosure label={text.who}>
      <form className="wk-stack" noValidate onSubmit={handleSubmit}>
        <TextField
          id="learner-name"
          label={text.name}
          maxLength={80}
          value={draft.name}
          onChange={(typed) => change({ name: typed })}
        />
        <TextField
          id="learner-email"
          type="email"
          label={text.email}
          optional
          value={draft.email}
          onChange={(typed) => change({ email: typed })}
        />
        <TextField
          id="learner-organisation"
          label={text.organisation}
          optional
          maxLength={120}
          value={draft.organisation}
          onChange={(typed) => change({ organisation: typed })}
        />
        <TextField
          id="learner-function"
          label={text.function}
          optional
          maxLength={120}
          value={draft.function}
          onChange={(typed) => change({ function: typed })}
        />
        <SelectField
          id="learner-voice"
          label={text.voice}
          value={draft.voice}
          options={voices.map((value) => ({ value, label: voiceWord(value, language) }))}
          onChange={(value) => change({ voice: value ?? voice })}
        />
        <FormEnd busy={edit.isPending} error={error} variant="outline">
          {text.saveWho}
        </FormEnd>
      </form>
    </Disclosure>
  )
}
