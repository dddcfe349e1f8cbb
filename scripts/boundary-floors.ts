/** Who may use whom: web → core ← server, and a room only through its main file. */
import type { Finding } from './findings.ts'
import type { Edge } from './imports.ts'
import { isTest } from './sources.ts'

const ROOMS = new Set(
  'relation feedback dialogue analysis learning team library consent access audit ownership'.split(' '),
)
/** Foundations: every room stands on them, so they can stand on none. */
const FOUNDATIONS = new Set(['shared', 'charts', 'ui', 'http', 'db', 'mail'])
/** Places that put the rooms together; so does every file directly under `src`. */
const COMPOSITIONS = new Set(['app', 'cli', 'demo', 'jobs', 'reports'])

export const FLOOR_RULE = `Rule: web → core ← server. A room (${[...ROOMS].join(', ')}) uses another room only through its main file,
<room>.ts, <room>.tsx or <room>.contract.ts; all other files of a room are its own on that floor. Only what puts the rooms
together (files directly under src, and ${[...COMPOSITIONS].join('/, ')}/) and tests may reach inside. ${[...FOUNDATIONS].join('/, ')}/ know no room.
The server's respond/ (the respondent's side of feedback) and fhir/ (its side for other programs) count as that room.`

type Place = { floor: string; area: string | undefined; room: string | undefined; file: string }

function placeOf(path: string): Place | undefined {
  const match = /^packages\/(core|server|web)(?:\/(?:src|bin))?(?:\/(.*))?$/.exec(path)
  if (match === null) return undefined
  const parts = (match[2] ?? '').split('/')
  const area = parts.length > 1 ? parts[0] : undefined
  const named = area === 'respond' || area === 'fhir' ? 'feedback' : area
  const room = named !== undefined && ROOMS.has(named) ? named : undefined
  return { floor: match[1] ?? '', area, room, file: parts.slice(1).join('/') }
}

export function floorFindings(edges: Edge[]): Finding[] {
  return edges.flatMap((edge) => {
    const problem = problemOf(edge)
    return problem === undefined
      ? []
      : [{ file: edge.from, line: edge.line, fact: `imports ${edge.specifier}`, why: problem }]
  })
}

function problemOf(edge: Edge): string | undefined {
  const from = placeOf(edge.from)
  const to = placeOf(edge.to)
  if (from === undefined) return undefined
  if (to === undefined) return outsideProblem(edge)
  if (from.floor !== to.floor) {
    if (to.floor !== 'core')
      return `${from.floor} may not know ${to.floor}: the rules must run without a world, and screen and server must be replaceable apart.`
    if (edge.specifier.startsWith('.'))
      return 'core is used by its package name, so that its exports map stays the one list of what it offers.'
  }
  return isTest(edge.from) ? undefined : roomProblem(from, to)
}

function outsideProblem(edge: Edge): string | undefined {
  if (isTest(edge.from) || !/^(scripts|bench|e2e)\//.test(edge.to)) return undefined
  return 'what runs at a client may not lean on what only builds, measures or tests it.'
}

function roomProblem(from: Place, to: Place): string | undefined {
  if (to.room === undefined || from.room === to.room) return undefined
  if (from.area !== undefined && FOUNDATIONS.has(from.area))
    return `${from.area}/ carries every room, so it knows none: pass in what it needs as an argument.`
  // What core offers is its exports map: the rooms of another floor may use all of it.
  if (from.floor !== to.floor) return undefined
  const composes = from.area === undefined || COMPOSITIONS.has(from.area)
  const faces = [`${to.room}.ts`, `${to.room}.tsx`, `${to.room}.contract.ts`]
  if (composes || faces.includes(to.file)) return undefined
  return `a room is entered through its main file (${faces.join(', ')}), so that everything else in it can change freely.`
}
