import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { debriefEndpoints } from '@weerklank/core/team/debrief.contract'
import { useState } from 'react'
import { call } from '../api/client.ts'
import { newId } from '../api/new-id.ts'
import { dictionary } from '../language/dictionary.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Section.tsx'

const debriefText = dictionary({
  nl: {
    title: 'Gebeurde er iets, of is een overleg net klaar?',
    why: 'Vijf minuten: de feiten, wat goed ging, wat we anders doen, wie zorg nodig heeft.',
    begin: 'Nu kort nabespreken',
  },
  en: {
    title: 'Did something happen, or is a meeting just over?',
    why: 'Five minutes: the facts, what went well, what we do differently, who needs care.',
    begin: 'Short debrief now',
  },
})

/** Begins a debrief of five minutes with everybody of the circle, and goes to its table. */
export function CircleDebrief({ relation }: { relation: string }) {
  const text = useText(debriefText)
  const navigate = useNavigate()
  const [id] = useState(newId)
  const begin = useMutation({
    mutationFn: () =>
      call<(typeof debriefEndpoints)['beginDebrief']>('POST', '/api/relations/:relation/circle/debrief', {
        params: { relation },
        body: { id },
      }),
    onSuccess: ({ meeting }) => navigate({ to: '/gesprekken/$meeting/live', params: { meeting } }),
  })
  return (
    <div className="wk-no-print">
      <Section title={text.title} intro={text.why}>
        <div className="wk-actions">
          <Button busy={begin.isPending} onClick={() => begin.mutate()}>
            {text.begin}
          </Button>
        </div>
        {begin.error !== null && <p role="alert">{begin.error.message}</p>}
      </Section>
    </div>
  )
}
