import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { meetingEndpoints } from '@weerklank/core/dialogue/meeting.contract'
import { useState } from 'react'
import { call } from '../api/client.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { notify } from '../ui/notices.ts'
import { PageState } from '../ui/PageState.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { matrixText } from './matrix.text.ts'

type Meetings = typeof meetingEndpoints

const meetingsQuery = queryOptions({
  queryKey: ['analysis-meetings'],
  queryFn: () => call<Meetings['listMeetings']>('GET', '/api/meetings', {}),
})

/** As many questions as a meeting prepares (core: meeting.contract). */
const questionsAtMost = 8

class Full extends Error {}

/** Puts a question with the plan of a meeting, behind those that stand there. */
async function addQuestion(meeting: string, question: string): Promise<string> {
  const params = { meeting }
  const found = await call<Meetings['getMeeting']>('GET', '/api/meetings/:meeting', { params })
  if (found.questions.length >= questionsAtMost) throw new Full()
  const { version, title, purpose, plannedAt, place, videoUrl, themes, warmUp, shadowQuestion } = found
  const key = `stilte-${crypto.randomUUID().slice(0, 8)}`
  const questions = [...found.questions, { key, text: question }]
  const plan = { title, purpose, plannedAt, place, videoUrl, themes, warmUp, shadowQuestion, questions }
  await call<Meetings['editMeeting']>('PUT', '/api/meetings/:meeting', { params, body: { version, ...plan } })
  return title
}

type Props = { voice: string; theme: string; onDone: () => void }

/** A silence is asked about, not filled in: the question goes to the next meeting. */
export function SilenceQuestion({ voice, theme, onDone }: Props) {
  const text = useText(matrixText)
  const [isAsking, setAsking] = useState(false)
  if (isAsking) return <Ask {...{ voice, theme, onDone }} />
  return (
    <div className="wk-stack">
      <p className="wk-muted">{text.silenceWhy}</p>
      <div className="wk-actions">
        <Button onClick={() => setAsking(true)}>{text.silence}</Button>
      </div>
    </div>
  )
}

function Ask({ voice, theme, onDone }: Props) {
  const text = useText(matrixText)
  const queryClient = useQueryClient()
  const query = useQuery(meetingsQuery)
  const [question, setQuestion] = useState(text.silenceAsk(voice, theme))
  const [chosen, setChosen] = useState<string | null>(null)
  const planned = (query.data?.meetings ?? []).filter(({ status }) => status === 'planned')
  const meeting = chosen ?? planned[0]?.id ?? null
  const write = useMutation({
    mutationFn: (id: string) => addQuestion(id, question),
    onSuccess: (title) => {
      notify({ text: text.written(title) })
      onDone()
      return queryClient.invalidateQueries({ queryKey: ['meeting'] })
    },
  })
  return (
    <PageState
      query={query}
      isEmpty={() => planned.length === 0}
      empty={
        <div className="wk-stack">
          <p>{text.noMeeting}</p>
          <a href="/gesprekken">{text.toMeetings}</a>
        </div>
      }
    >
      {() => (
        <div className="wk-stack">
          <TextArea
            id="stilte-vraag"
            label={text.question}
            value={question}
            maxLength={300}
            onChange={setQuestion}
          />
          <SelectField
            id="stilte-gesprek"
            label={text.meeting}
            value={meeting}
            options={planned.map(({ id, title }) => ({ value: id as string, label: title }))}
            onChange={setChosen}
          />
          {write.isError && <p role="alert">{write.error instanceof Full ? text.full : text.writeFailed}</p>}
          <div className="wk-actions">
            <Button
              variant="primary"
              busy={write.isPending}
              onClick={() => meeting !== null && write.mutate(meeting)}
            >
              {text.writeDown}
            </Button>
          </div>
        </div>
      )}
    </PageState>
  )
}
