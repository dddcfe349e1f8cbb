import type { MeetingFormat, StepChange } from '@weerklank/core/dialogue/meeting'
import type { ProgrammeChange } from '@weerklank/core/dialogue/meeting.contract'
import {
  type Changed,
  insertStep,
  moveStep,
  removeStep,
  stepMinutes,
} from '@weerklank/core/dialogue/programme'
import { assertNever } from '@weerklank/core/shared/assert-never'
import { AppError } from '@weerklank/core/shared/errors'

type By = Pick<StepChange, 'by' | 'at'>

/** The programme after a change; what cannot be is told by its reason. */
export function changedProgramme(format: MeetingFormat, change: ProgrammeChange, by: By): MeetingFormat {
  const made = apply(format, change, by)
  if (!made.ok) throw new AppError('invalid-input', { fields: { change: made.reason } })
  return made.format
}

function apply(format: MeetingFormat, change: ProgrammeChange, by: By): Changed {
  switch (change.do) {
    case 'insert':
      return insert(format, change, by)
    case 'move':
      return moveStep(format, change.key, { to: change.to, reason: change.reason, ...by })
    case 'remove':
      return removeStep(format, change.key)
    case 'minutes':
      return stepMinutes(format, change.key, change.minutes)
    default:
      return assertNever(change)
  }
}

/** In a step that somebody puts in everyone speaks; the words are hers, in whichever language. */
function insert(format: MeetingFormat, change: ProgrammeChange & { do: 'insert' }, by: By): Changed {
  const { title, prompt, minutes, input } = change
  const step = {
    ...{ title: { nl: title, en: title }, prompt: { nl: prompt, en: prompt }, minutes, input },
    ...{ speakers: format.roles.map(({ role }) => role), silent: [] },
  }
  return insertStep(format, step, { after: change.after, reason: change.reason, ...by })
}
