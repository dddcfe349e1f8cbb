import type { LearnerLine } from '@weerklank/core/learning/learner.contract'
import type { TrajectoryDetails } from '@weerklank/core/learning/trajectory.contract'
import { voiceFamily } from '@weerklank/core/relation/relation'
import { voiceWord } from '@weerklank/core/relation/relation.words'
import { useLanguage, useText } from '../language/use-text.ts'
import { Chip } from '../ui/Chip.tsx'
import { Section } from '../ui/Section.tsx'
import { type Column, Table } from '../ui/Table.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { VoiceBadge } from '../ui/VoiceBadge.tsx'
import { learnersText } from './learners.text.ts'

type Props = {
  details: TrajectoryDetails
  learners: readonly LearnerLine[]
  onOpen: (learner: string) => void
}

/** Everybody who takes part, in the order of their numbers. */
export function LearnerList({ details, learners, onOpen }: Props) {
  const text = useText(learnersText)
  const language = useLanguage()
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const columns: Column<LearnerLine>[] = [
    {
      id: 'name',
      head: text.name,
      cell: (one) => (
        <span className="wk-learner-name">
          <VoiceBadge family={voiceFamily(one.voice)} name={one.name} size="small" />
          <span>
            {one.name}{' '}
            <span className="wk-muted wk-small wk-learner-number">{`${text.number} ${one.number}`}</span>
          </span>
        </span>
      ),
    },
    { id: 'from', head: text.from, cell: (one) => fromWords(one, voiceWord(one.voice, language)) },
    { id: 'status', head: text.status, cell: (one) => <Standing learner={one} /> },
    { id: 'received', head: text.received, cell: (one) => <Received details={details} learner={one} /> },
    { id: 'hours', head: text.hours, numeric: true, cell: (one) => number.format(one.hours) },
    {
      id: 'more',
      head: text.more,
      cell: (one) => (
        <TextButton aria-label={text.open(one.name)} onClick={() => onOpen(one.id)}>
          {text.more}
        </TextButton>
      ),
    },
  ]
  return (
    <Section title={text.list} intro={text.listIntro}>
      {learners.length === 0 ? (
        <p className="wk-muted">{text.nobody}</p>
      ) : (
        <Table caption={text.list} columns={columns} rows={learners} rowId={({ id }) => id} />
      )}
    </Section>
  )
}

function fromWords({ organisation, function: work }: LearnerLine, voice: string): string {
  const said = [organisation, work].filter((one) => one !== '')
  return said.length === 0 ? voice : said.join(', ')
}

function Standing({ learner }: { learner: LearnerLine }) {
  const text = useText(learnersText)
  const { status, invitedAt, consents } = learner
  const isOpen = status === 'invited' && invitedAt === null
  return (
    <>
      <Chip tone={status === 'active' ? 'primary' : status === 'completed' ? 'kept' : 'plain'}>
        {isOpen ? text.notInvited : text.statuses[status]}
      </Chip>
      <span className="wk-muted wk-small wk-learner-consent">{consents ? text.consent : text.noConsent}</span>
    </>
  )
}

function Received({ details, learner }: { details: TrajectoryDetails; learner: LearnerLine }) {
  const text = useText(learnersText)
  const said = details.moments.flatMap(({ id, key }) => {
    const receipt = learner.receipts.find(({ moment }) => moment === id)
    if (receipt === undefined) return []
    return [receipt.discarded ? text.discarded(key) : key]
  })
  return said.length === 0 ? <span className="wk-muted">{text.none}</span> : said.join(' · ')
}
