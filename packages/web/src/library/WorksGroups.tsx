import { rangeStrip } from '@weerklank/core/charts/range-strip'
import type { ToldDeed, ToldGroup } from '@weerklank/core/library/works.contract'
import { contextWord, kindWord, situationWord } from '@weerklank/core/relation/relation.words'
import type { Language } from '@weerklank/core/shared/language'
import { useLanguage, useText } from '../language/use-text.ts'
import { SvgPicture } from '../ui/SvgPicture.tsx'
import { WorksEvidence } from './WorksEvidence.tsx'
import { worksText } from './works.text.ts'

/** Each group with its words, a picture of how sure that is, and what it rests on. A group inside another stands below it. */
export function WorksGroups({ told }: { told: ToldDeed }) {
  const text = useText(worksText)
  const shown = told.groups.filter(({ result }) => result.status === 'shown')
  return (
    <>
      <ul className="wk-works">
        {shown.map((group) => (
          <li key={placeOf(group)} data-depth={depthOf(group)}>
            <WorksGroup told={told} group={group} />
          </li>
        ))}
      </ul>
      {/* That there are some, never which or how many. */}
      {shown.length < told.groups.length && <p className="wk-muted">{text.hidden[told.source]}</p>}
    </>
  )
}

function WorksGroup({ told, group }: { told: ToldDeed; group: ToldGroup }) {
  const text = useText(worksText)
  const language = useLanguage()
  const { result } = group
  if (result.status === 'hidden') return null
  const { people, higher, same, lower, still, estimate, leavesOut } = result
  const { source } = told
  const times = (share: number) => String(Math.round(100 * share))
  return (
    <>
      <h3>{nameOf(group, language) ?? text.everybody[source]}</h3>
      <p>
        {text.sentence[source](higher, people)} {text.others(same, lower)}
      </p>
      {/* With one check on each side nothing was rising that could be taken off. */}
      {source === 'collaboration' && <p>{text.still(still, people)}</p>}
      <div className="wk-works__sure">
        <SvgPicture svg={rangeStrip(estimate)} />
        <p className="wk-small wk-muted">
          {text.unsure[source](times(estimate.from), times(estimate.to))}
          {estimate.own < 0.5 && ` ${text.pulled}`}
          {leavesOut && ` ${text.leavesOut}`}
        </p>
      </div>
      <WorksEvidence told={told} group={group} />
    </>
  )
}

const partsOf = ({ kind, context, situation }: ToldGroup) =>
  [kind, context, situation].flatMap((one) => one ?? [])
const placeOf = (group: ToldGroup) => partsOf(group).join(' ')
const depthOf = (group: ToldGroup) => partsOf(group).length

/** The narrowest of kind, context and situation; null for everybody together. */
function nameOf({ kind, context, situation }: ToldGroup, language: Language): string | null {
  if (situation !== null) return situationWord(situation, language)
  if (context !== null) return contextWord(context, language)
  return kind === null ? null : kindWord(kind, language)
}
