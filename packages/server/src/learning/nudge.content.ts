import { readdirSync, readFileSync } from 'node:fs'
import {
  type NudgeContent,
  nudgeContent,
  nudgeFile,
  nudgePlanFile,
} from '@weerklank/core/learning/nudge.content'

const folder = new URL('../../../../content/learning/nudges/', import.meta.url)
const planName = 'plan.json'

let content: NudgeContent | undefined

/**
 * The cards between meetings, the standard plan and the sheets for colleagues; read once, and a broken file stops the start and
 * is named.
 */
export function loadNudges(): NudgeContent {
  content ??= readNudges()
  return content
}

function readNudges(): NudgeContent {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== planName)
  const files = names.map((name) => readOne(name, (json) => nudgeFile.parse(json)))
  return nudgeContent({ files, plan: readOne(planName, (json) => nudgePlanFile.parse(json)) })
}

function readOne<Read>(name: string, parse: (json: unknown) => Read): Read {
  try {
    return parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  } catch (cause) {
    throw new Error(`content/learning/nudges/${name} cannot be used`, { cause })
  }
}
