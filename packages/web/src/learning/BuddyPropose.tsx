import type { BuddyRoom } from '@weerklank/core/learning/buddy.contract'
import {
  type HardRule,
  hardRules,
  ownWishRules,
  softPointsAtMost,
  softRules,
} from '@weerklank/core/learning/pairing.rules'
import { type FormEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { Section } from '../ui/Section.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { BuddyOutcomeNote } from './BuddyOutcomeNote.tsx'
import { usePropose } from './buddies.queries.ts'
import { buddiesText } from './buddies.text.ts'

type Props = { room: BuddyRoom; trajectory: string; version?: number | null }

const points = Array.from({ length: softPointsAtMost + 1 }, (_, count) => {
  const value = String(count)
  return { value, label: value }
})

/** What a proposal looks at, and from when buddies talk. */
export function BuddyPropose({ room, trajectory, version = null }: Props) {
  const text = useText(buddiesText)
  const propose = usePropose(trajectory)
  const [rules, setRules] = useState(room.suggested.rules)
  const [talkDays, setTalkDays] = useState<readonly string[]>(room.suggested.talkDays)
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    propose.mutate({ rules, seed: room.suggested.seed, talkDays: [...talkDays], version })
  }
  return (
    <Section title={text.proposeTitle}>
      <form className="wk-stack wk-buddy-rules" onSubmit={handleSubmit}>
        <fieldset className="wk-buddy-group">
          <legend>{text.talkDays}</legend>
          <div className="wk-buddy-days">
            {talkDays.map((day, at) => (
              <TextField
                // biome-ignore lint/suspicious/noArrayIndexKey: the first talk stays the first
                key={at}
                id={`talk-${at}`}
                type="date"
                label={text.talkDay(at + 1)}
                value={day}
                onChange={(to) => setTalkDays(talkDays.map((one, place) => (place === at ? to : one)))}
              />
            ))}
          </div>
        </fieldset>
        <Disclosure label={text.rulesTitle}>
          <Rules rules={rules} onChange={setRules} />
        </Disclosure>
        <BuddyOutcomeNote room={room} outcome={propose.data?.outcome} />
        <FormEnd error={propose.error?.message} busy={propose.isPending} icon="people">
          {version === null ? text.propose : text.proposeAgain}
        </FormEnd>
      </form>
    </Section>
  )
}

type Rules = BuddyRoom['suggested']['rules']

/** Which rules forbid, and what each of the others counts for. */
function Rules({ rules, onChange }: { rules: Rules; onChange: (rules: Rules) => void }) {
  const text = useText(buddiesText)
  const setHard = (rule: HardRule, isOn: boolean) =>
    onChange({ ...rules, hard: hardRules.filter((one) => (one === rule ? isOn : rules.hard.includes(one))) })
  return (
    <div className="wk-stack">
      <fieldset className="wk-buddy-group">
        <legend>{text.hardTitle}</legend>
        {hardRules
          .filter((rule) => !ownWishRules.includes(rule))
          .map((rule) => (
            <CheckboxField
              key={rule}
              id={`hard-${rule}`}
              label={text.hard[rule]}
              checked={rules.hard.includes(rule)}
              onChange={(isOn) => setHard(rule, isOn)}
            />
          ))}
        <p className="wk-muted wk-small">
          {text.ownWish} {ownWishRules.map((rule) => text.hard[rule]).join(' · ')}
        </p>
      </fieldset>
      <fieldset className="wk-buddy-group">
        <legend>{text.softTitle}</legend>
        <div className="wk-buddy-points">
          {softRules.map((rule) => (
            <SelectField
              key={rule}
              id={`soft-${rule}`}
              label={text.soft[rule]}
              value={String(rules.soft[rule])}
              options={points}
              onChange={(value) =>
                onChange({ ...rules, soft: { ...rules.soft, [rule]: Number(value ?? 0) } })
              }
            />
          ))}
        </div>
      </fieldset>
    </div>
  )
}
