import { readdirSync, readFileSync } from 'node:fs'
import {
  type TrajectoryTemplate,
  trajectoryTemplateShape,
} from '@weerklank/core/learning/trajectory.template'

/** The shipped templates by key, each in its newest version. */
export type Templates = ReadonlyMap<string, TrajectoryTemplate>

const content = new URL('../../../../content/learning/templates/', import.meta.url)

/** Reads and validates the shipped templates; a broken file stops the start and is named. */
export function loadTemplates(folder: URL = content): Templates {
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readTemplate(folder, name))
  const oldestFirst = all.toSorted((a, b) => a.version - b.version)
  return new Map(oldestFirst.map((template) => [template.key, template]))
}

function readTemplate(folder: URL, name: string): TrajectoryTemplate {
  try {
    const template = trajectoryTemplateShape.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    if (name !== `${template.key}.v${template.version}.json`) {
      throw new Error(`It holds ${template.key} version ${template.version}`)
    }
    return template
  } catch (cause) {
    throw new Error(`content/learning/templates/${name} cannot be used`, { cause })
  }
}
