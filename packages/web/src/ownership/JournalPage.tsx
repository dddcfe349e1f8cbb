import './journal.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type JournalMoment, journalMoments, noteMomentWord } from '@weerklank/core/shared/note-moment'
import { Suspense, useState } from 'react'
import { useSeen } from '../language/use-seen.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { AtHand } from '../library/library.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Section } from '../ui/Section.tsx'
import { journalPromptsQuery } from './journal.queries.ts'
import { journalText } from './journal.text.ts'
import { MomentNotes } from './MomentNotes.tsx'
import { workingNotesQuery } from './working-note.queries.ts'

/** A journal of working together: questions to oneself for each moment, and room to write. */
export function JournalPage() {
  const text = useText(journalText)
  const language = useLanguage()
  const { relation } = useParams({ from: '/members/samenwerkingen/$relation/dagboek' })
  const [moment, setMoment] = useState<JournalMoment>('after-session')
  const notes = useQuery(workingNotesQuery(relation))
  const seen = useSeen(notes.dataUpdatedAt === 0 ? Date.now() : notes.dataUpdatedAt)
  const name = noteMomentWord(moment, language)
  return (
    <>
      <PageHeader
        title={text.title}
        intro={text.intro}
        back={
          <Link to="/samenwerkingen/$relation" params={{ relation }}>
            {text.back}
          </Link>
        }
        actions={
          <LinkButton to="/intervisie" variant="quiet">
            {text.cases}
          </LinkButton>
        }
      />
      <div className="wk-journal">
        <RadioGroup
          id="moment"
          label={text.moment}
          value={moment}
          options={journalMoments.map((value) => ({ value, label: noteMomentWord(value, language) }))}
          onChange={setMoment}
        />
        <Section title={name}>
          <Prompts moment={moment} />
          <Suspense fallback={null}>
            <AtHand key={moment} place={{ at: 'moment', moment }} relation={relation} />
          </Suspense>
          <p className="wk-muted wk-small">{text.private}</p>
          <MomentNotes relation={relation} about={{ moment, rupture: null }} label={text.write} seen={seen} />
        </Section>
      </div>
    </>
  )
}

function Prompts({ moment }: { moment: JournalMoment }) {
  const text = useText(journalText)
  const language = useLanguage()
  const { data } = useQuery(journalPromptsQuery())
  const prompts = data?.prompts.filter((one) => one.moment === moment) ?? []
  if (prompts.length === 0) return null
  return (
    <>
      <p>{text.choose}</p>
      <ul className="wk-journal__prompts">
        {prompts.map((one) => (
          <li key={one.id}>{one.text[language]}</li>
        ))}
      </ul>
    </>
  )
}
