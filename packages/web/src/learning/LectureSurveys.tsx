import './report.css'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { LectureSurvey, surveyEndpoints } from '@weerklank/core/learning/survey.contract'
import { shortDay } from '@weerklank/core/shared/day-words'
import { addMilliseconds } from '@weerklank/core/shared/time'
import { call } from '../api/client.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { Section } from '../ui/Section.tsx'
import { reportText } from './report.text.ts'
import { trajectoryKeys } from './trajectory.queries.ts'

type Endpoints = typeof surveyEndpoints
const keyOf = (trajectory: string) => [...trajectoryKeys.one(trajectory), 'lecture-surveys']
const path = '/api/trajectories/:trajectory/lecture-surveys/:event'
/** Days that a survey stays open by itself. */
const daysOpen = 14

const surveysQuery = (trajectory: string) =>
  queryOptions({
    queryKey: keyOf(trajectory),
    queryFn: () =>
      call<Endpoints['listLectureSurveys']>('GET', '/api/trajectories/:trajectory/lecture-surveys', {
        params: { trajectory },
      }),
  })

/** The anonymous questions after each lecture that is open to all, for who leads the trajectory; nothing where there is none. */
export function LectureSurveys({ trajectory }: { trajectory: string }) {
  const text = useText(reportText)
  const { data } = useQuery(surveysQuery(trajectory))
  if (data === undefined || data.lectures.length === 0) return null
  return (
    <Section title={text.survey} intro={text.surveyIntro}>
      {data.lectures.map((lecture) => (
        <Survey key={lecture.event} trajectory={trajectory} lecture={lecture} />
      ))}
    </Section>
  )
}

function Survey({ trajectory, lecture }: { trajectory: string; lecture: LectureSurvey }) {
  const text = useText(reportText)
  const queryClient = useQueryClient()
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: trajectoryKeys.one(trajectory) })
  const params = { trajectory, event: lecture.event }
  const open = useMutation({
    mutationFn: () => call<Endpoints['openLectureSurvey']>('PUT', path, { params, body: { days: daysOpen } }),
    onSuccess,
  })
  const close = useMutation({
    mutationFn: () => call<Endpoints['closeLectureSurvey']>('DELETE', path, { params }),
    onSuccess,
  })
  const failed = open.error ?? close.error
  return (
    <div className="wk-report-part">
      <h3>{lecture.title}</h3>
      {lecture.state === 'none' && (
        <>
          <p className="wk-muted">{text.surveyNone}</p>
          <div>
            <Button busy={open.isPending} onClick={() => open.mutate()}>
              {text.surveyOpen(lecture.title)}
            </Button>
          </div>
        </>
      )}
      {lecture.state === 'open' && (
        <Open lecture={lecture} busy={close.isPending} onClose={() => close.mutate()} />
      )}
      {lecture.state === 'closed' && <p>{text.surveyClosed}</p>}
      {failed !== null && <ErrorNotice error={failed} />}
    </div>
  )
}

type Opened = { lecture: LectureSurvey; busy: boolean; onClose: () => void }

function Open({ lecture: { url, closesAt }, busy, onClose }: Opened) {
  const text = useText(reportText)
  const seen = useDaySeen(new Date().toISOString())
  // It closes at midnight: its last day is the one before.
  const last = closesAt === null ? null : addMilliseconds(closesAt, -1)
  return (
    <>
      {last !== null && <p>{text.surveyUntil(shortDay(last, seen))}</p>}
      {url !== null && (
        <>
          <QrCode url={url} label={text.surveyQr} failed={text.surveyQrFailed} />
          <p>
            {text.surveyLink}: <a href={url}>{url}</a>
          </p>
          <p className="wk-muted wk-no-print">{text.printSheet}</p>
        </>
      )}
      <div className="wk-no-print">
        <Button busy={busy} onClick={onClose}>
          {text.surveyClose}
        </Button>
      </div>
    </>
  )
}
