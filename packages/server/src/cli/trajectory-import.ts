import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { trajectoryFileVersion } from '@weerklank/core/learning/trajectory-file'
import { planOf, type TrajectoryPlan } from '@weerklank/core/learning/trajectory-file.plan'
import { fileNoteText } from '@weerklank/core/learning/trajectory-file.problems'
import { readTrajectoryFile } from '@weerklank/core/learning/trajectory-file.read'
import type { TrajectoryId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import { asMaintenance } from '../access/accounts.ts'
import { record } from '../audit/audit.ts'
import { loadConsentTexts } from '../consent/consent-texts.ts'
import { realWorld } from '../deps.ts'
import { importedBefore, keepTrajectory } from '../learning/import.store.ts'
import type { Db, Trx } from '../schema.ts'
import { publicUrlOf } from './account.ts'
import type { Invocation } from './command.ts'
import { explainFile } from './file-error.ts'
import { note, option, print } from './input.ts'
import { memberNamed } from './member-named.ts'
import { asOwner, CommandError, onDatabase } from './on-database.ts'
import { type NamedWorkspace, onlyWorkspace } from './workspace-named.ts'

type Wish = { file: string; language: Language; isCheck: boolean }
type Incoming = { plan: TrajectoryPlan; findings: string[]; sha256: string }

/** Brings a file in; it is read whole before a database is looked for, and kept in one transaction. */
export async function importTrajectory(invocation: Invocation, wish: Wish): Promise<number> {
  const incoming = readFrom(wish)
  for (const finding of incoming.findings) print(`  ${finding}`)
  print(amountsOf(incoming.plan))
  if (wish.isCheck) return 0
  const id = await onDatabase(invocation, 'use', (on) =>
    asOwner(on, (owner) => keep(owner, { incoming, invocation, publicUrl: publicUrlOf(on) })),
  )
  print(id)
  return 0
}

function readFrom({ file, language }: Wish): Incoming {
  const path = resolve(file)
  const text = textOf(path)
  const read = readTrajectoryFile(text)
  if ('problems' in read) {
    const lines = read.problems.map((problem) => `  ${fileNoteText(problem, language)}`)
    throw new CommandError(`${path} was not brought in, and nothing of it is kept:\n${lines.join('\n')}`)
  }
  return {
    plan: planOf(read.file),
    findings: read.findings.map((finding) => fileNoteText(finding, language)),
    sha256: createHash('sha256').update(text).digest('hex'),
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw explainFile(error, path)
  }
}

function amountsOf({ learners, pairs, goals, answers, mentions }: TrajectoryPlan): string {
  const kept = [
    ...[`${learners.length} participants`, `${pairs.length} pairs`, `${goals.length} goals`],
    ...[`${answers.length} answers`, `${mentions.length} barriers`],
  ]
  return kept.join(', ')
}

type Keeping = { incoming: Incoming; invocation: Invocation; publicUrl: string }

async function keep(owner: Db, of: Keeping): Promise<TrajectoryId> {
  const { incoming, invocation } = of
  const workspace = await onlyWorkspace(owner, option(invocation, 'workspace'))
  return asMaintenance(owner, async (trx) => {
    const before = await importedBefore(trx, { workspace: workspace.id, sha256: incoming.sha256 })
    if (before !== undefined) {
      note(`This very file was brought in before, as “${before.title}”: no second trajectory was made.`)
      return before.id
    }
    return keepNew(trx, workspace, of)
  })
}

async function keepNew(
  trx: Trx,
  { id: workspace, name }: NamedWorkspace,
  { incoming, invocation, publicUrl }: Keeping,
): Promise<TrajectoryId> {
  const { plan, sha256 } = incoming
  const trajectory = realWorld.newId<TrajectoryId>()
  const mail = option(invocation, 'member')
  const lead = await memberNamed(trx, { workspace, mail, what: 'a trajectory' })
  const { time_zone: timeZone } = await trx
    .selectFrom('workspace')
    .select('time_zone')
    .where('workspace_id', '=', workspace)
    .executeTakeFirstOrThrow()
  const deps = { world: realWorld, consentTexts: loadConsentTexts(), publicUrl }
  const imported = { version: trajectoryFileVersion, sha256, functions: plan.functions }
  await keepTrajectory(
    trx,
    { deps, workspace: { id: workspace, timeZone }, trajectory, lead: lead.id, imported },
    plan,
  )
  await record(trx, realWorld, {
    ...{ workspace, actor: 'system', basis: 'command-line', action: 'trajectory.imported', relation: null },
    subject: { kind: 'trajectory', id: trajectory },
  })
  note(`“${plan.title}” is a trajectory in ${name}, led by ${lead.name}.`)
  return trajectory
}
