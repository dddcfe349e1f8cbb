import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import './check-answers.css'
import { instrumentOf } from '@weerklank/core/feedback/check-answer'
import type { RelationFeedback, Response } from '@weerklank/core/feedback/feedback.contract'
import { valueLabel } from '@weerklank/core/feedback/instrument.score'
import { echoWord } from '@weerklank/core/feedback/signal.words'
import { voiceFamily } from '@weerklank/core/relation/relation'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import { fullDay } from '@weerklank/core/shared/day-words'
import { type Language, screenLanguage } from '@weerklank/core/shared/language'
import { sentenceStart } from '@weerklank/core/shared/sentence-start'
import { type ReactNode, useState } from 'react'
import { useMe } from '../access/access.ts'
import { listWords } from '../language/moment-words.ts'
import type { Seen } from '../language/use-seen.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Icon } from '../ui/Icon.tsx'
import { Section } from '../ui/Section.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { CheckAnswerLines } from './CheckAnswerLines.tsx'
import { CheckDrawing } from './CheckDrawing.tsx'
import { CheckWording } from './CheckWording.tsx'
import { checkText } from './check.text.ts'
import { type AnswerEcho, type AnswersView, answersView } from './check-answers.ts'
import { othersWhoSee } from './check-people.ts'
import { sharesQuery } from './supervision.queries.ts'

type Props = {
  feedback: RelationFeedback
  person: Participant
  participants: readonly Participant[]
  seen: Seen
}

/** What someone answered the last time, beside the time before; earlier times one by one. */
export function CheckAnswers({ feedback, person, participants, seen }: Props) {
  const own = feedback.responses.filter(({ participant }) => participant === person.id)
  // By id: when a new answer comes in, an earlier one that is being read stays.
  const [reading, setReading] = useState<string | null>(null)
  const found = own.findIndex(({ id }) => id === reading)
  const index = found === -1 ? own.length - 1 : found
  const response = own[index]
  if (response === undefined) return null
  const pager = (
    <Pager
      earlier={index > 0 ? () => setReading(own[index - 1]?.id ?? null) : undefined}
      later={index < own.length - 1 ? () => setReading(own[index + 1]?.id ?? null) : undefined}
    />
  )
  return (
    <OneResponse
      response={response}
      earlier={own.slice(0, index)}
      pager={pager}
      {...{ feedback, person, participants, seen }}
    />
  )
}

function Pager({ earlier, later }: { earlier: (() => void) | undefined; later: (() => void) | undefined }) {
  const text = useText(checkText)
  return (
    <div className="wk-row">
      {earlier !== undefined && <TextButton onClick={earlier}>{text.earlier}</TextButton>}
      {later !== undefined && <TextButton onClick={later}>{text.later}</TextButton>}
    </div>
  )
}

type OneProps = Props & { response: Response; earlier: readonly Response[]; pager: ReactNode }

function OneResponse({ response, earlier, pager, feedback, person, participants, seen }: OneProps) {
  const text = useText(checkText)
  const instrument = instrumentOf(feedback.instruments, response)
  const view =
    instrument === undefined
      ? null
      : answersView({ instrument, response, earlier, agreements: feedback.agreements })
  const professionals = participants.filter(({ active, member }) => active && member !== null)
  const names = professionals.map(({ name }) => name)
  const others = participants
    .filter(({ active, member }) => active && member === null)
    .map(({ name }) => name)
  const day = sentenceStart(fullDay(response.answeredAt, seen))
  return (
    <Section
      title={day}
      intro={view === null ? undefined : introOf(view, person.name, { text, language: seen.language })}
      aside={pager}
    >
      <p className="wk-sr-only" role="status">
        {day}
      </p>
      {response.enteredBy !== undefined && (
        <p className="wk-muted wk-small">
          <Icon name="pencil" /> {text.onPaper(nameOf(participants, response.enteredBy))}
        </p>
      )}
      {view !== null && instrument !== undefined && (
        <CheckAnswerLines
          instrument={instrument}
          lines={view.lines}
          voice={person.voice}
          ownWords={response.ownWords}
        />
      )}
      {response.drawing !== undefined && <CheckDrawing path={response.drawing} name={person.name} />}
      {response.openText !== '' && (
        <figure className={`wk-quote wk-quote--${voiceFamily(person.voice)}`}>
          <blockquote>“{response.openText}”</blockquote>
          <figcaption>{text.openAnswer(person.name)}</figcaption>
        </figure>
      )}
      {view?.echoes.map((echo) => (
        <Echo key={echo.agreement} echo={echo} />
      ))}
      <SeenBy person={person} participants={participants} />
      {instrument !== undefined && (
        <CheckWording
          instrument={instrument}
          person={person}
          professional={listWords(names, screenLanguage(person.language))}
          client={listWords(others, screenLanguage(person.language))}
          ownWords={response.ownWords}
        />
      )}
    </Section>
  )
}

const nameOf = (participants: readonly Participant[], member: string) =>
  participants.find((one) => one.member === member)?.name ?? null

/** Who answered, the mean beside that of the time before, and what the light dot is. */
function introOf(view: AnswersView, name: string, { text, language }: Words): string {
  const { score, previousScore, lines } = view
  const label = (value: number) => valueLabel(value, language)
  const means =
    score === null
      ? []
      : previousScore === null
        ? [text.scoreNow(label(score))]
        : [text.scoreBefore(label(score), label(previousScore))]
  const hollow = lines.some(({ previous }) => previous !== null) ? [text.hollow] : []
  return [text.answersOf(name), ...means, ...hollow].join(' ')
}

type Words = { text: (typeof checkText)['nl']; language: Language }

function Echo({ echo }: { echo: AnswerEcho }) {
  const text = useText(checkText)
  const language = useLanguage()
  return (
    <div className={`wk-echo wk-echo--${echo.answer}`}>
      <p className="wk-small">{text.echo(echo.text)}</p>
      <p>
        {text.echoAsked} <strong>{echoWord(echo.answer, language)}</strong>
      </p>
    </div>
  )
}

function SeenBy({ person, participants }: Pick<Props, 'person' | 'participants'>) {
  const text = useText(checkText)
  const language = useLanguage()
  const { relation = '' } = useParams({ strict: false })
  const { data } = useQuery({ ...sharesQuery(relation), enabled: relation !== '' })
  // Whoever was asked to look along reads the numbers too.
  const along = (data?.shares ?? []).filter(({ open }) => open).map(({ supervisor }) => supervisor)
  const others = [...othersWhoSee(participants, person, useMe().member.id), ...new Set(along)]
  return (
    <p className="wk-seen-by">
      <Icon name="eye" />
      {others.length === 0 ? text.seenAlone : text.seenBy(listWords([text.you, ...others], language))}
    </p>
  )
}
