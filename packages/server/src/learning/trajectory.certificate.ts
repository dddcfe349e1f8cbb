import { certificateWords } from '@weerklank/core/learning/trajectory.certificate'
import { participationOf } from '@weerklank/core/learning/trajectory.hours'
import { screenLanguage } from '@weerklank/core/shared/language'
import type { Instant } from '@weerklank/core/shared/time'
import { Download } from '../http/download.ts'
import type { Block, Paper } from '../reports/paper.ts'
import { pdfOf } from '../reports/pdf.ts'
import type { Trx } from '../schema.ts'
import { attendanceOf, type LearnerRow } from './trajectory.learners.ts'
import { eventsOf, type TrajectoryRow } from './trajectory.repository.ts'

type Of = {
  learner: Pick<LearnerRow, 'id' | 'name' | 'organisation' | 'language'>
  trajectory: Pick<TrajectoryRow, 'id' | 'title'>
  workspace: { name: string; timeZone: string }
  made: Instant
}

/**
 * The certificate of participation of one learner, for herself and for who leads: what she took part in, no judgement. Null
 * as long as it is written down of no event that she was there. Reads in the reach of either of the two.
 */
export async function certificateOf(trx: Trx, of: Of): Promise<Download | null> {
  const { id, name, organisation, language } = of.learner
  const events = await eventsOf(trx, [of.trajectory.id])
  const rows = (await attendanceOf(trx, of.trajectory.id)).filter(({ learner_id }) => learner_id === id)
  const participation = participationOf(
    events,
    rows.map(({ event_id: event, attended, hours }) => ({ event, attended, hours })),
  )
  if (participation.events.length === 0) return null
  const certified = {
    name,
    organisation,
    trajectory: of.trajectory.title,
    workspace: of.workspace,
    participation,
  }
  const paper = certificatePaper({ ...certified, language: screenLanguage(language), made: of.made })
  return new Download({
    name: paper.language === 'nl' ? 'bewijs-van-deelname.pdf' : 'certificate-of-participation.pdf',
    type: 'application/pdf',
    text: await pdfOf(paper),
  })
}

function certificatePaper(of: Parameters<typeof certificateWords>[0]): Paper {
  const words = certificateWords(of)
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: words.title },
    { kind: 'text', look: 'lead', text: words.who },
    { kind: 'text', text: words.what },
    {
      ...{ kind: 'table', caption: words.caption, rowHeads: true },
      columns: [
        { text: words.heads.event, share: 6 },
        { text: words.heads.day, share: 3 },
        { text: words.heads.hours, share: 2 },
      ],
      rows: words.rows,
    },
    { kind: 'text', look: 'lead', text: words.total },
    { kind: 'text', text: words.given },
    { kind: 'lines', count: 1, alt: words.signature },
    { kind: 'text', look: 'small', text: words.signature },
    { kind: 'text', look: 'small', text: words.meaning },
  ]
  return {
    ...{ title: words.title, language: of.language, author: of.workspace.name, made: of.made },
    footer: (page, pages) => (pages === 1 ? words.footer : `${words.footer} · ${page}/${pages}`),
    blocks,
  }
}
