import type { RoundForm } from '@weerklank/core/team/round'
import { roundForms } from '@weerklank/core/team/round'
import type { RoundDetails, RoundGroup } from '@weerklank/core/team/team.contract'
import { emptyRound, type GroupDraft, type GroupLine, type RoundDraft } from './round-form.ts'

/** What another page began a round with: its questions and form, the team, the talk, the round that it follows. */
export type RoundBegan = {
  vragen?: string | undefined
  vorm?: string | undefined
  team?: string | undefined
  gesprek?: string | undefined
  volgt?: string | undefined
}

const isForm = (form: string | undefined): form is RoundForm => roundForms.some((one) => one === form)

/** A draft with what is known already; the rest is as it always begins. */
export function beganRound(began: RoundBegan, newId: () => string): RoundDraft {
  const draft = emptyRound(newId(), newId())
  return {
    ...draft,
    form: isForm(began.vorm) ? began.vorm : draft.form,
    instrument: began.vragen ?? draft.instrument,
    circle: began.team ?? null,
    talkMeeting: began.gesprek ?? null,
  }
}

/** The same questions for the same groups once more, beside which the earlier outcome will lie. */
export function roundAgain(earlier: RoundDetails, newId: () => string): RoundDraft {
  const { groups, title, k, form, instrument, takesWords, circle } = earlier
  const whole = groups.find(({ parent }) => parent === null)
  const under = (id: string | undefined) => groups.filter(({ parent }) => parent === id)
  const own = under(whole?.id)
  const ids = new Map(groups.map(({ id }) => [id, newId()]))
  const line = ({ id, name, invited }: RoundGroup): GroupLine => ({
    ...{ id: ids.get(id) ?? newId(), name, people: invited === 0 ? '' : String(invited) },
  })
  const asked = (group: RoundGroup): GroupDraft => ({
    ...{ ...line(group), parts: under(group.id).map(line) },
    about: group.about === null ? null : (ids.get(group.about) ?? null),
  })
  return {
    ...{ ...emptyRound(newId(), newId()), title, k, form, takesWords, instrument: instrument.id },
    ...{ circle: circle?.relation ?? null, follows: earlier.id },
    // Of one group alone it is everybody.
    groups: own.length > 0 ? own.map(asked) : whole === undefined ? [] : [asked(whole)],
  }
}
