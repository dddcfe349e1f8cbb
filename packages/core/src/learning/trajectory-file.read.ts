import type { z } from 'zod'
import { checkFile } from './trajectory-file.check.ts'
import { brokenAt, type JsonPlaces, placesIn } from './trajectory-file.lines.ts'
import {
  type FileFinding,
  type FileProblem,
  type FileProblemCode,
  placeText,
} from './trajectory-file.problems.ts'
import {
  syntheticFields,
  type TrajectoryFile,
  trajectoryFile,
  trajectoryFileVersion,
} from './trajectory-file.ts'

/** Either the file with what one should know of it, or everything that is wrong with it: nothing is half read. */
export type FileRead =
  | { file: TrajectoryFile; findings: FileFinding[] }
  | { problems: readonly [FileProblem, ...FileProblem[]] }

type Path = readonly PropertyKey[]

/** Reads a file of version 1. Never throws, whatever the text holds. */
export function readTrajectoryFile(text: string): FileRead {
  const given = text.replace(/^\uFEFF/, '')
  const parsed = parse(given)
  if ('problem' in parsed) return { problems: [parsed.problem] }
  const places = placesIn(given)
  const twice = places.doubled.map(({ path, line }) => problemAt({ line, path }, 'field-twice'))
  const renamed = withoutEnding(parsed.value)
  const shaped = trajectoryFile.safeParse(renamed.value)
  const problems = [...twice, ...renamed.problems(places)]
  if (!shaped.success) {
    const { value } = parsed
    problems.push(
      ...shaped.error.issues.flatMap((issue) =>
        problemsOf(issue, { value: renamed.value, given: value, places }),
      ),
    )
  } else {
    const checked = checkFile(shaped.data, (path) => places.lineOf(inFile(path, parsed.value)))
    problems.push(...checked.problems)
    if (!isSome(problems)) return { file: shaped.data, findings: checked.findings }
  }
  const sorted = problems.toSorted((a, b) => a.line - b.line)
  return isSome(sorted)
    ? { problems: sorted }
    : { problems: [problemAt({ line: 1, path: [] }, 'wrong-value', [''])] }
}

const isSome = (problems: readonly FileProblem[]): problems is readonly [FileProblem, ...FileProblem[]] =>
  problems.length > 0

function parse(text: string): { value: unknown } | { problem: FileProblem } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    return { problem: problemAt({ line: brokenAt(text, message), path: [] }, 'not-json') }
  }
}

function problemAt(
  { line, path }: { line: number; path: Path },
  code: FileProblemCode,
  told: readonly string[] = [],
): FileProblem {
  return { line, place: placeText(path), code, told }
}

const ending = '_synthetic'
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `t2Answers_synthetic` is read as `t2Answers`; both at once is one too many. */
function withoutEnding(value: unknown): { value: unknown; problems: (places: JsonPlaces) => FileProblem[] } {
  if (!isObject(value)) return { value, problems: () => [] }
  const named = syntheticFields.filter((field) => Object.hasOwn(value, field + ending))
  const both = named.filter((field) => Object.hasOwn(value, field))
  const rest = Object.entries(value).map(([key, one]): [string, unknown] => {
    const field = named.find((name) => name + ending === key)
    return [field ?? key, one]
  })
  return {
    value: Object.fromEntries(rest),
    problems: (places) =>
      both.map((field) => problemAt({ line: places.lineOf([field]), path: [field] }, 'field-twice')),
  }
}

/** The way into the file as it was written. */
function inFile(path: Path, given: unknown): Path {
  const [first, ...rest] = path
  const written = `${String(first)}${ending}`
  return isObject(given) && Object.hasOwn(given, written) ? [written, ...rest] : path
}

type Within = { value: unknown; given: unknown; places: JsonPlaces }

function problemsOf(issue: z.core.$ZodIssue, { value, given, places }: Within): FileProblem[] {
  const path = inFile(issue.path, given)
  const at = (code: FileProblemCode, ...told: string[]) =>
    problemAt({ line: places.lineOf(path), path }, code, told)
  const found = valueAt(value, issue.path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const there = [...path, key]
      return problemAt({ line: places.lineOf(there), path: there }, 'unknown-field', [key])
    })
  }
  if (issue.path.at(-1) === 'version' && issue.path.length === 1)
    return [at('unknown-version', shown(found, String(trajectoryFileVersion)))]
  if (found === undefined) return [at('missing-field')]
  if (issue.code === 'invalid_value')
    return [at('unknown-value', shown(found), issue.values.map(String).join(', '))]
  return [at('wrong-value', shown(found))]
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined),
    value,
  )
}

/** What stood there, cut short: a file of another kind may hold anything. */
function shown(value: unknown, absent = ''): string {
  if (value === undefined) return absent
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
