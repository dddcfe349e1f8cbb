import { type MeetingRole, meetingRoles } from '../dialogue/dialogue.ts'
import { type Voice, voices } from '../relation/relation.ts'
import { toUtf16 } from './code-points.ts'
import type { Coming } from './qda.coming.ts'
import { qdaNames } from './qda.corpus.ts'
import type { QdaSettled } from './qda.texts.ts'
import type { Guid, QdaCase } from './qda.ts'

/** Whose words a selection holds. */
export type Spoken = { speaker: string; voice: Voice | null; role: MeetingRole | null }

/** A stretch of text of one speaker. */
export type Stretch = Spoken & { guid: Guid; start: number; end: number }

/** What each selection that belongs to a case says about who speaks; of two cases the first. */
export function speakersOf({ project }: Coming): ReadonlyMap<Guid, Spoken> {
  const names = new Map(project.variables.map(({ guid, name }) => [guid, name]))
  const spoken = new Map<Guid, Spoken>()
  for (const one of project.cases) {
    const said = spokenBy(one, names)
    for (const selection of one.selections) if (!spoken.has(selection)) spoken.set(selection, said)
  }
  return spoken
}

function spokenBy(one: QdaCase, names: ReadonlyMap<Guid, string>): Spoken {
  const valueIn = (name: string) => one.values.find(({ variable }) => names.get(variable) === name)?.value
  return {
    speaker: one.name?.trim() ?? '',
    voice: voices.find((voice) => voice === valueIn(qdaNames.voice)) ?? null,
    role: meetingRoles.find((role) => role === valueIn(qdaNames.role)) ?? null,
  }
}

/** The stretches of a source that are one speaker's: whole lines, without a code, not over each other. In order. */
export function spokenIn(
  source: QdaSettled['sources'][number],
  speakers: ReadonlyMap<Guid, Spoken>,
): Stretch[] {
  const { text } = source
  const candidates = source.selections.flatMap(({ guid, start, end, codings }) => {
    const by = speakers.get(guid)
    return by === undefined || codings.length > 0 || start >= end ? [] : [{ guid, start, end, ...by }]
  })
  candidates.sort((one, other) => one.start - other.start)
  const stretches: Stretch[] = []
  const at = placeFinder(text)
  for (const one of candidates) {
    const isWhole = (one.start === 0 || at(one.start - 1) === '\n') && ['\n', ''].includes(at(one.end))
    if (isWhole && one.start > (stretches.at(-1)?.end ?? -1)) stretches.push(one)
  }
  return stretches
}

/** The sign at a code point, asked roughly from front to back; empty at the end. */
function placeFinder(text: string): (codePoint: number) => string {
  let from = { codePoint: 0, unit: 0 }
  return (codePoint) => {
    if (codePoint < from.codePoint) from = { codePoint: 0, unit: 0 }
    const unit = from.unit + toUtf16(text.slice(from.unit), codePoint - from.codePoint)
    from = { codePoint, unit }
    return text.charAt(unit)
  }
}
