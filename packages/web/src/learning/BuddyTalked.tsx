import type { BuddyPair } from '@weerklank/core/learning/buddy.contract'
import { useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { useWriteTalked } from './buddies.queries.ts'
import { buddiesText } from './buddies.text.ts'

const answers = { yes: true, no: false, unknown: null } as const
type Answer = keyof typeof answers

/** Whether they talked, where they did not report it themselves. */
export function BuddyTalked({ pair, trajectory }: { pair: BuddyPair; trajectory: string }) {
  const text = useText(buddiesText)
  const write = useWriteTalked(trajectory, pair.id)
  const value: Answer = pair.talked === null ? 'unknown' : pair.talked ? 'yes' : 'no'
  return (
    <Disclosure label={text.talked}>
      <RadioGroup
        id={`talked-${pair.id}`}
        label={text.talked}
        value={value}
        options={[
          { value: 'yes', label: text.talkedYes },
          { value: 'no', label: text.talkedNo },
          { value: 'unknown', label: text.talkedUnknown },
        ]}
        onChange={(chosen: Answer) => write.mutate({ version: pair.version, talked: answers[chosen] })}
      />
      {write.error !== null && <p role="alert">{write.error.message}</p>}
    </Disclosure>
  )
}
