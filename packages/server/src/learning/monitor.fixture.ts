/** A trajectory out of a file, in a real database: what tests of the monitor begin with. */
import { planOf } from '@weerklank/core/learning/trajectory-file.plan'
import { fileNoteText } from '@weerklank/core/learning/trajectory-file.problems'
import { readTrajectoryFile } from '@weerklank/core/learning/trajectory-file.read'
import type { PersonId, TrajectoryId } from '@weerklank/core/shared/ids'
import { type ConsentDeps, newPersonLink } from '../consent/consent.ts'
import { asMaintenance } from '../db/maintenance.ts'
import type { TestApp } from '../test-app.ts'
import { publicUrl } from '../test-member.ts'
import { byOwnLink } from '../test-own-page.ts'
import { keepTrajectory } from './import.store.ts'

/** Keeps the text of a file as a trajectory that Noor leads and Rik, a researcher, reads. */
export async function trajectoryFrom(
  app: TestApp,
  { text, consentTexts }: { text: string } & Pick<ConsentDeps, 'consentTexts'>,
) {
  const read = readTrajectoryFile(text)
  if ('problems' in read) throw new Error(read.problems.map((one) => fileNoteText(one, 'en')).join('\n'))
  const plan = planOf(read.file)
  const noor = await app.professional({ name: 'Noor' })
  const rik = await app.professional({ name: 'Rik', role: 'researcher' })
  const trajectory = app.world.newId<TrajectoryId>()
  const deps = { world: app.world, consentTexts, publicUrl }
  const persons = await asMaintenance(app.owner, async (trx) => {
    const workspace = { id: app.workspace, timeZone: 'Europe/Amsterdam' }
    const imported = { version: 1, sha256: trajectory, functions: plan.functions }
    await keepTrajectory(trx, { deps, workspace, trajectory, lead: noor.member, imported }, plan)
    await trx
      .updateTable('trajectory')
      .set({ member_ids: [noor.member, rik.member] })
      .where('id', '=', trajectory)
      .execute()
    const rows = await trx
      .selectFrom('learner')
      .select(['number', 'person_id'])
      .where('trajectory_id', '=', trajectory)
      .execute()
    return new Map(rows.map(({ number, person_id }) => [number, person_id]))
  })
  return { plan, noor, rik, trajectory, personOf: (number: number) => persons.get(number) as PersonId }
}

/** Says yes or no to research on one's own page, as a person does it. */
export async function chooseResearch(app: TestApp, person: PersonId, answer: 'ja' | 'nee'): Promise<void> {
  const { url } = await asMaintenance(app.owner, (trx) =>
    newPersonLink(trx, { world: app.world, publicUrl }, { workspace: app.workspace, person }),
  )
  await byOwnLink(app, url).choose('/keuze/research', answer)
}
