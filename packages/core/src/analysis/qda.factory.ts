import fc from 'fast-check'
import { codePointLength } from './code-points.ts'
import {
  allCodes,
  type Guid,
  type QdaCode,
  type QdaProject,
  type QdaStamp,
  type QdaValue,
  qdaDirections,
  qdaVariableTypes,
} from './qda.ts'

/** Made projects: nested codes, overlapping selections, and words of every kind that breaks programs. */
const guid = fc.noBias(fc.uuid()).map((id): Guid => id.toUpperCase())

/** Family emoji, flags, loose accents, Arabic, Hebrew with points, signs that XML means something by, line ends, spaces. */
const difficult = [
  ...['👩‍👩‍👧', '🇳🇱', 'e\u0301\u0323', 'سلام عليكم', 'שָׁלוֹם', '\u202e', '👍🏽', '𝔸'],
  ...[
    '<b>',
    '&amp;',
    ']]>',
    '"',
    "'",
    '\n',
    '\n\n',
    '\t',
    ' ',
    '--',
    '=1+1',
    '\u00a0',
    '\u2028',
    'ë',
    'woord ',
  ],
]
const words = fc
  .array(fc.oneof(fc.constantFrom(...difficult), fc.string({ unit: 'grapheme', maxLength: 6 })), {
    maxLength: 14,
  })
  .map((parts) => parts.join(''))
const name = words.map((text) => `n${text}`)
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 3 })
const moment = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

type Known = { users: Guid[]; codes: QdaCode[]; notes: Guid[]; variables: { guid: Guid; type: string }[] }

const some = (guids: readonly Guid[]): fc.Arbitrary<Guid[]> =>
  guids.length === 0 ? fc.constant([]) : fc.subarray([...guids], { maxLength: Math.min(3, guids.length) })
const one = (guids: readonly Guid[]): fc.Arbitrary<Guid | null> =>
  guids.length === 0 ? fc.constant(null) : maybe(fc.constantFrom(...guids))
const stamp = (users: readonly Guid[]): fc.Arbitrary<QdaStamp> =>
  fc.record({ by: one(users), at: maybe(moment) })

const codeTree = (depth: number): fc.Arbitrary<QdaCode[]> =>
  fc.array(
    fc.record({
      ...{ guid, name, isCodable: fc.boolean(), colour: maybe(colour), description: maybe(words) },
      ...{ noteRefs: fc.constant([]), codes: depth === 0 ? fc.constant([]) : codeTree(depth - 1) },
    }),
    { maxLength: 3 },
  )

const codings = ({ users, codes, notes }: Known) =>
  codes.length === 0
    ? fc.constant([])
    : fc.array(
        fc.record({
          ...{ guid, code: fc.constantFrom(...allCodes(codes).map((code) => code.guid)) },
          ...{ created: stamp(users), noteRefs: some(notes) },
        }),
        { maxLength: 3 },
      )

const values = ({ variables }: Known): fc.Arbitrary<QdaValue[]> =>
  variables.length === 0
    ? fc.constant([])
    : fc.array(
        fc.constantFrom(...variables).map(({ guid: variable, type }) => {
          const known = qdaVariableTypes.find((each) => each === type) ?? 'Text'
          return { variable, type: known, value: sample[known] }
        }),
        { maxLength: 2 },
      )

const sample = {
  ...{ Text: ' =SUM(A1) ü ', Boolean: 'true', Integer: '-3', Float: '27.5' },
  ...{ Date: '2026-11-21', DateTime: '2026-11-21T10:00:00Z' },
} as const

/** Selections lie where they like in the text, also over each other and with nothing in them. */
const source = (known: Known) =>
  fc
    .record({ text: words, lengths: fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 6 }) })
    .chain(({ text, lengths }) => {
      const most = codePointLength(text)
      const spans = lengths.map(([a, b]) => [Math.min(a, b, most), Math.min(Math.max(a, b), most)] as const)
      return fc.record({
        ...{ guid, name: maybe(words), description: maybe(words) },
        text: fc.constant({ kind: 'here' as const, text }),
        ...{ created: stamp(known.users), changed: stamp(known.users) },
        selections: fc.tuple(...spans.map((span) => selection(known, span))),
        ...{ codings: codings(known), noteRefs: some(known.notes), values: values(known) },
      })
    })

const selection = (known: Known, [start, end]: readonly [number, number]) =>
  fc.record({
    ...{ guid, name: maybe(words), description: maybe(words), start: fc.constant(start) },
    ...{ end: fc.constant(end), created: stamp(known.users), changed: stamp(known.users) },
    ...{ codings: codings(known), noteRefs: some(known.notes) },
  })

const begun = fc.record({
  ...{ users: fc.array(fc.record({ guid, name: maybe(words), id: maybe(name) }), { maxLength: 3 }) },
  ...{ codes: codeTree(3) },
  notes: fc.array(
    fc.record({
      ...{ guid, name: maybe(words), description: maybe(words) },
      text: words.map((text) => ({ kind: 'here' as const, text })),
      ...{ created: stamp([]), changed: stamp([]) },
    }),
    { maxLength: 3 },
  ),
  variables: fc.array(
    fc.record({ guid, name, type: fc.constantFrom(...qdaVariableTypes), description: maybe(words) }),
    { maxLength: 3 },
  ),
})

/** Any project that holds together: what it points at is in it. */
export const qdaProjects: fc.Arbitrary<QdaProject> = begun.chain((first) => {
  const guids = (all: readonly { guid: Guid }[]) => all.map((each) => each.guid)
  const [users, notes] = [guids(first.users), guids(first.notes)]
  const known: Known = { users, codes: first.codes, notes, variables: first.variables }
  return fc.array(source(known), { maxLength: 4 }).chain((sources) => {
    const selections = sources.flatMap((each) => guids(each.selections))
    const codes = guids(allCodes(first.codes))
    const within = { codes: some(codes), sources: some(guids(sources)) }
    return fc.record({
      ...{ name, origin: maybe(words), description: maybe(words), created: stamp(users) },
      ...{ changed: stamp(users), users: fc.constant(first.users), codes: fc.constant(first.codes) },
      ...{ variables: fc.constant(first.variables), sources: fc.constant(sources) },
      ...{ notes: fc.constant(first.notes), noteRefs: some(notes) },
      cases: fc.array(
        fc.record({
          ...{ guid, name: maybe(words), description: maybe(words), ...within, values: values(known) },
          selections: some(selections),
        }),
        { maxLength: 2 },
      ),
      links: fc.array(
        fc.record({
          ...{ guid, name: maybe(words), direction: maybe(fc.constantFrom(...qdaDirections)) },
          ...{ colour: maybe(colour), origin: one(codes), target: one(selections), noteRefs: some(notes) },
        }),
        { maxLength: 2 },
      ),
      sets: fc.array(fc.record({ guid, name, description: maybe(words), ...within, notes: some(notes) }), {
        maxLength: 2,
      }),
    })
  })
})
