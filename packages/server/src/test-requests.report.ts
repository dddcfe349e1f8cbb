/** One good request per endpoint about the report of a trajectory, and the survey after an open lecture. */
import type { reportEndpoints } from '@weerklank/core/learning/report.contract'
import type { surveyEndpoints } from '@weerklank/core/learning/survey.contract'
import type { GoodRequest, Story } from './test-requests.types.ts'

type Endpoints = typeof reportEndpoints & typeof surveyEndpoints
type EndpointId = Endpoints[keyof Endpoints]['id']
type Row = [audit: string | null, wrong: GoodRequest['wrong'], parts: GoodRequest['parts']]

const row = ([audit, wrong, parts]: Row): GoodRequest => ({ reaches: 'trajectory', audit, wrong, parts })
const here = ({ learning }: Story) => ({ trajectory: learning.trajectory })

export const reportRequests: Readonly<Record<EndpointId, GoodRequest>> = {
  getTrajectoryReport: row(['trajectory.report-read', null, (_, story) => ({ params: here(story) })]),
  writeTrajectoryReport: row([
    'trajectory.report-written',
    ['title', ''],
    (_, story) => ({
      params: here(story),
      body: { version: 1, title: 'Verslag', parts: [{ kind: 'section', section: 'method' }] },
    }),
  ]),
  takeTrajectoryReport: row([
    'trajectory.exported',
    ['format', 'txt'],
    (app, story) => ({
      params: here(story),
      body: { id: app.world.newId(), format: 'csv', purpose: 'research' },
    }),
  ]),
  listTrajectoryFiles: row(['trajectory.files-read', null, (_, story) => ({ params: here(story) })]),
  publishTrajectoryFile: row([
    'trajectory.file-published',
    ['published', 'no'],
    (_, story) => ({ params: { ...here(story), file: story.report.file }, body: { published: true } }),
  ]),
  listTrajectoryQuotes: row(['trajectory.words-read', null, (_, story) => ({ params: here(story) })]),
  askTrajectoryQuote: row([
    'trajectory.quote-asked',
    ['source', 'letter'],
    (app, story) => ({
      params: here(story),
      body: {
        id: app.world.newId(),
        source: 'answer',
        of: story.report.answer,
        words: 'Samen oefenen hielp.',
      },
    }),
  ]),
  listLectureSurveys: row([null, null, (_, story) => ({ params: here(story) })]),
  openLectureSurvey: row([
    'trajectory.survey-opened',
    ['days', 0],
    (_, story) => ({ params: { ...here(story), event: story.report.spare }, body: { days: 14 } }),
  ]),
  closeLectureSurvey: row([
    'trajectory.survey-closed',
    null,
    (_, story) => ({ params: { ...here(story), event: story.report.lecture } }),
  ]),
}
